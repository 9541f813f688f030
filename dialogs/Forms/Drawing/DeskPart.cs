using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Cards.Inputs;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Dialogs.Forms.Drawing;

/// <summary>The desk's part of a status card: where the ticket is, what the desk said, what its owner answered and can answer.</summary>
internal static class DeskPart
{
    /// <summary>What was typed for the desk.</summary>
    public const string Reply = "reply";

    private const int LongestNote = 500;

    /// <summary>Where the ticket is, as it is true for that desk.</summary>
    public static string Where(DeskProfile desk, Audience audience, Phrases words)
    {
        var where = desk.Name is { } name
            ? words.Say($"status.desk.{desk.Kind}.named", ("name", PlainText.Line(name)))
            : words[$"status.desk.{desk.Kind}"];
        var told = words[audience is Audience.Owner ? "status.told" : "status.told_owner"];
        return desk.Abilities.HasFlag(DeskAbilities.Updates) ? $"◆ {where} {told}" : $"◆ {where}";
    }

    public static IEnumerable<Element> Said(Request request, Phrases words)
    {
        if (request.Ticket?.Note is { Length: > 0 } note)
            yield return Answered.Line(words["status.note"], PlainText.Clip(note, LongestNote));
        if (request.Ticket is { Word: { } word, State: not TicketState.New })
            yield return Answered.Line(words["status.word"], PlainText.Clip(word, LongestNote));
        // What was said before the desk spoke again is no answer to it.
        if (request.Reply is { } reply && (DeskDialogue.IsAnswered(request) || reply.Progress is ReplyProgress.Failed))
            yield return Replied(reply, words[$"reply.{reply.Kind}.{reply.Progress}"]);
    }

    /// <summary>The box for what its owner says; nothing where there is nothing to say.</summary>
    public static IEnumerable<Element> Inputs(Request request, DeskProfile desk, Phrases words) =>
        DeskDialogue.CanAnswer(request, desk) ? [Input(request, words["reply.answer"])]
        : DeskDialogue.CanSettle(request, desk) ? [Input(request, words["reply.why_not"])]
        : [];

    public static IEnumerable<CardAction> Buttons(Request request, DeskProfile desk, Phrases words)
    {
        if (DeskDialogue.CanAnswer(request, desk))
            yield return Button(Verbs.AnswerDesk, words["reply.send"], request) with { Style = ActionStyle.Positive };
        if (!DeskDialogue.CanSettle(request, desk))
            yield break;

        yield return Button(Verbs.AcceptSolution, words["reply.accept"], request) with { Style = ActionStyle.Positive };
        yield return Button(Verbs.RejectSolution, words["reply.not_solved"], request);
    }

    private static RichText Replied(SentReply reply, string label) => reply.Text.Length == 0
        ? new(new TextRun(label) { IsSubtle = true }) { Spacing = Spacing.Small }
        : Answered.Line(label, PlainText.Clip(reply.Text, LongestNote));

    // What did not come to the desk is not lost: it stands in the box again.
    private static TextInput Input(Request request, string label) => new(Reply, label)
    {
        IsMultiline = true,
        MaxLength = DeskDialogue.LongestReply,
        Value = request.Reply is { Progress: ReplyProgress.Failed } failed ? failed.Text : null,
    };

    private static Execute Button(string verb, string title, Request request) => new(title, verb) { Data = RequestButtons.DataOf(request) };
}
