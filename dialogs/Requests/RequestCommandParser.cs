using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>Parses commands about requests there are: "status RST-7K3QZC", "my requests", "withdraw it", "approve".</summary>
internal static class RequestCommandParser
{
    private static readonly (string Verb, string Words)[] Named =
    [
        (Verbs.Withdraw, "say.withdraw"),
        (Verbs.EditRequest, "say.edit"),
        (Verbs.CopyRequest, "say.copy"),
        (Verbs.ExtendRequest, "say.extend"),
        (Verbs.Approve, "say.approve"),
        (Verbs.Reject, "say.reject"),
        (Verbs.GoOn, "say.go_on"),
        (Verbs.ShowRequest, "say.status"),
    ];

    private static readonly (string Verb, string Words)[] Unnamed =
    [
        (Verbs.ShowMyRequests, "say.mine"),
        (Verbs.Approve, "say.approve_this"),
        (Verbs.Reject, "say.reject_this"),
        .. Named.Where(command => command.Verb is not (Verbs.Approve or Verbs.Reject)),
        (Verbs.Confirm, "say.sent"),
    ];

    private static readonly (string Verb, string Words)[] Replies =
    [
        (Verbs.AnswerDesk, "say.answer"),
        (Verbs.RejectSolution, "say.not_solved"),
        (Verbs.AcceptSolution, "say.solved"),
    ];

    /// <returns>Null for a text about something else.</returns>
    public static Command.OnRequest? Read(string text, RequestServices services)
    {
        if (ReplyIn(text, services) is { } reply)
            return reply;

        // "Doch nicht, zurückziehen"
        var plain = services.Courtesy.Trim(TypedText.Plain(text)).Replace(",", "", StringComparison.Ordinal);
        if (services.Keys.FindIn(text) is not [var key, ..] || services.Words.IsSaid("say.mine", plain))
            return Unnamed.FirstOrDefault(command => services.Words.IsSaid(command.Words, plain)).Verb is { } wanted ? new(wanted) : null;

        var rest = services.Courtesy.Trim(TypedText.Plain(text.Remove(key.Start, key.Length)));
        var verb = Named.FirstOrDefault(command => services.Words.Begins(command.Words, rest)).Verb ?? Verbs.ShowRequest;
        // "extend PAM-7K3QZC until Friday"
        var tail = verb == Verbs.ExtendRequest ? text[(key.Start + key.Length)..].Trim(' ', ',', ':', '.', '!') : "";
        return key.Key is { } found
            ? new(verb, found.Value) { Text = tail }
            : new(verb, Miscopied: text.Substring(key.Start, key.Length));
    }

    // "answer PAM-7K3QZC: QBATCH", "not solved: the library is still empty", "solved RST-7K3QZC"
    private static Command.OnRequest? ReplyIn(string text, RequestServices services)
    {
        var key = services.Keys.FindIn(text) is [var found, ..] ? found : null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var end = key is not null && (colon < 0 || key.Start < colon) ? key.Start : colon < 0 ? text.Length : colon;
        var order = services.Courtesy.Trim(TypedText.Plain(text[..end]));
        if (Replies.FirstOrDefault(reply => services.Words.IsSaid(reply.Words, order)).Verb is not { } verb)
            return null;

        var rest = end == colon ? text[(colon + 1)..] : key is null ? "" : text[(key.Start + key.Length)..];
        var said = rest.TrimStart(' ', ':', ',', '-').Trim();
        return end == colon || key is null ? new(verb) { Text = said }
            : key.Key is { } known ? new(verb, known.Value) { Text = said }
            : new(verb, Miscopied: text.Substring(key.Start, key.Length));
    }
}
