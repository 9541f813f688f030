using System.Globalization;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Dialogs.Forms.Drawing;

/// <summary>The buttons of a request's cards. They carry its id and form token, and nothing that is trusted.</summary>
internal static class RequestButtons
{
    /// <summary>The request's id.</summary>
    public const string Request = "request";

    /// <summary>The form token of the card.</summary>
    public const string Token = "token";

    /// <summary>
    /// What the card shows: the desk changes a request without a new token, and the same button on the card drawn after that is another
    /// press.
    /// </summary>
    private const string Version = "version";

    public static Dictionary<string, string> DataOf(Request request) => new()
    {
        [Request] = request.Id.ToString("N"),
        [Token] = request.Token,
        [Version] = request.Version.ToString(CultureInfo.InvariantCulture),
    };

    public static Execute Of(string verb, string title, Request request) =>
        new(title, verb) { Data = DataOf(request), IgnoresInputs = true };

    /// <summary>What only its owner can do with a request that was confirmed.</summary>
    public static IEnumerable<Execute> OfOwner(Request request, DeskProfile desk, Phrases words)
    {
        if (RequestStatus.CanEdit(request, desk))
            yield return Of(Verbs.EditRequest, words["status.edit"], request);
        if (RequestStatus.CanWithdraw(request, desk))
            yield return Of(Verbs.Withdraw, words["status.withdraw"], request);
    }

    public static Execute Cancel(Request request, Phrases words) =>
        Of(Verbs.CancelForm, words[request.Before is null ? "forms.cancel" : "forms.cancel_edit"], request);
}
