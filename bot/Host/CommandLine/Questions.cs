using ChatOpsBot.Application;
using ChatOpsBot.Application.LanguageModel;
using ChatOpsBot.Application.Turns;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>Answers single questions outside of any chat: each one stands for itself.</summary>
internal sealed class Questions(TurnMaker turns, Dispatcher dispatcher, Adviser adviser)
{
    private static readonly string[] SlotNames =
        ["object", "lpar", "point_in_time", "when", "user", "pam_profile", "window", "action", "from_lpar", "to_lpar"];

    private static readonly Place Terminal = new("terminal", PlaceKind.Personal);

    /// <summary>Whether a language model is asked about some of them.</summary>
    public bool AsksModel => adviser.IsOn;

    public async Task<Answer> AnswerAsync(string text, CancellationToken cancel)
    {
        var context = ContextOf(text);
        var turn = turns.Make(context, before: null);
        var result = dispatcher.Answer(turn);
        if (await adviser.AskAsync(turn, context.Input, result, cancel) is { } advice)
        {
            turn = turns.Make(context, before: null, advice);
            result = dispatcher.Answer(turn);
        }

        return Answer(text, turn.Meaning!, ReplyText.Of(result.Replies));
    }

    /// <summary>
    /// What a message means, and what it tells the bot to do; no command for a question or a wish. By the bot's own understanding alone.
    /// </summary>
    public (Meaning Meaning, Command? Command) Understand(string text)
    {
        var turn = turns.Make(ContextOf(text), before: null);
        return (turn.Meaning!, turn.Command);
    }

    private static Answer Answer(string text, Meaning meaning, string reply)
    {
        var best = meaning.Rows.Count > 0 ? meaning.Rows[0] : null;
        return new Answer(
            text,
            Name(meaning.Intent),
            best?.Section,
            best?.Task,
            [.. meaning.Rows.Select(row => row.Task)],
            Name(meaning.Party),
            meaning.Rows.Count > 0 ? meaning.Request : null,
            Told(meaning.Slots),
            meaning.Language,
            reply);
    }

    private static TurnContext ContextOf(string text) => new()
    {
        CorrelationId = CorrelationId.New(),
        Input = new TurnInput.Message(PlainCharacters.OfEscaped(text)),
        Who = new Person("terminal", ""),
        Where = Terminal,
    };

    // Scripts know these; what a sentence says beyond them concerns the forms alone.
    private static Dictionary<string, string> Told(IReadOnlyDictionary<string, string> slots) =>
        new(slots.Where(slot => SlotNames.Contains(slot.Key)));

    private static string Name(Intent intent) => intent switch
    {
        Intent.Responsibility => "responsibility",
        Intent.Request => "request",
        Intent.DrEvent => "dr_event",
        Intent.SmallTalk => "smalltalk",
        _ => "unknown",
    };

    private static string? Name(Party party) => party switch
    {
        Party.Ibm => "ibm",
        Party.Client => "client",
        Party.Both => "both",
        _ => null,
    };
}
