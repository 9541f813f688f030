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

    /// <returns>Null for a text about something else.</returns>
    public static Command.OnRequest? Read(string text, RequestServices services)
    {
        // "Doch nicht, zurückziehen"
        var plain = services.Courtesy.Trim(TypedText.Plain(text)).Replace(",", "", StringComparison.Ordinal);
        if (services.Keys.FindIn(text) is not [var key, ..] || services.Words.IsSaid("say.mine", plain))
            return Unnamed.FirstOrDefault(command => services.Words.IsSaid(command.Words, plain)).Verb is { } wanted ? new(wanted) : null;

        var rest = services.Courtesy.Trim(TypedText.Plain(text.Remove(key.Start, key.Length)));
        var verb = Named.FirstOrDefault(command => services.Words.Begins(command.Words, rest)).Verb ?? Verbs.ShowRequest;
        return key.Key is { } found ? new(verb, found.Value) : new(verb, Miscopied: text.Substring(key.Start, key.Length));
    }
}
