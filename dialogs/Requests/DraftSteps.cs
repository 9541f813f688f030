using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>What can be done with a draft, by a button as by a word.</summary>
internal static class DraftSteps
{
    public static TurnResult Cancel(Request request, RequestTransitions moves, bool pressed)
    {
        var words = moves.WordsOf(request).Shared;
        // What was confirmed stands: only the changes to it are given up.
        var next = moves.Next(request.IsEdit ? request.WithoutEdit() : request with { State = RequestState.Cancelled, Asking = null });
        var said = words.Say(request.IsEdit ? "forms.edit_cancelled" : "forms.cancelled", ("key", request.Key));
        return
        [
            moves.Save(next, request.IsEdit ? "edit cancelled" : "cancelled"),
            .. ApprovalMessages.Missed(next, moves.Services.Approvals, moves.Turn.At).Select(message => new Change.Enqueue(message)),
            RequestTransitions.Redraw(next),
            pressed ? moves.Replace(next, said) : new Reply.Say(said),
        ];
    }

    public static TurnResult BackToForm(Request request, RequestTransitions moves)
    {
        var next = moves.Next(request) with { State = RequestState.Filling, Accepted = [] };
        next = next with { Asking = moves.FormOf(next).Next?.Id };
        return [moves.Save(next, "changed"), RequestTransitions.Redraw(next), moves.Replace(next)];
    }

    /// <summary>Takes a draft up again, in the chat where its owner is now.</summary>
    public static TurnResult GoOn(Request request, RequestTransitions moves)
    {
        var next = moves.Next(request) with
        {
            ConversationId = moves.Turn.Where.ConversationId,
            IsShared = moves.Turn.Where.Kind is not PlaceKind.Personal,
        };
        next = next with { Asking = moves.FormOf(next).Next?.Id };
        return [moves.Save(next, "resumed"), moves.Show(next), RequestTransitions.Redraw(next)];
    }

    /// <summary>
    /// Gives a key of another prefix where the answers ask for one: a drill is called by a drill's name. What was filed keeps its key.
    /// </summary>
    public static Request Named(Request request, RequestTransitions moves)
    {
        var prefix = moves.Services.TypeOf(request).PrefixFor(new Answers(request));
        return
            request.State is not RequestState.Reviewing
            || request.Ticket is not null
            || request.Key.StartsWith(prefix + "-", StringComparison.Ordinal)
            ? request
            : request with { Key = moves.Services.Keys.New(prefix).Value };
    }

    /// <summary>Ids of the fields whose entries differ.</summary>
    public static string Changed(Request before, Request after) =>
        string.Join(
            ',', after.Entries.Where(entry => before.Entries.GetValueOrDefault(entry.Key) != entry.Value).Select(entry => entry.Key));
}
