using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>
/// Whether a turn uses a role, or what only members of the company may do: before it is answered, Teams is asked whether its person is one.
/// A question needs none.
/// </summary>
public static class RoleUse
{
    /// <param name="turn">With the requests it may be about.</param>
    public static bool In(Turn turn, RequestServices services)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(services);
        return turn.Command switch
        {
            Command.OnRoles => true,
            // Elsewhere nobody gets the link.
            Command.OpenDesk => turn.Where.Kind is PlaceKind.Personal,
            Command.OnSubscriptions { Action: not SubscriptionAction.Show } => true,
            Command.OnEvent { Action: EventAction.List or EventAction.Page or EventAction.Deny } => false,
            Command.OnEvent { Action: EventAction.Show or EventAction.Hint or EventAction.Mention or EventAction.Next } =>
                HoldsRole(turn, services),
            Command.OnEvent => true,
            Command.OnRequest => MayDecide(turn, services),
            _ => turn.What is TurnInput.ButtonPress press ? IsPressed(press, turn, services) : IsForThemselves(turn, services),
        };
    }

    private static bool IsPressed(TurnInput.ButtonPress press, Turn turn, RequestServices services) => press.Verb switch
    {
        Verbs.StopFollowing => true,
        Verbs.ShowEvents => false,
        Verbs.ShowEvent => HoldsRole(turn, services),
        Verbs.Approve or Verbs.Reject or Verbs.ShowRequest or Verbs.ShowMyRequests => MayDecide(turn, services),
        Verbs.StartRequest or Verbs.StartAnew => IsIdentified(press.Data.GetValueOrDefault(MatrixButtons.Request), services),
        _ => press.Verb.StartsWith("event.", StringComparison.Ordinal),
    };

    // Such a card shows more to those who decide about the event.
    private static bool HoldsRole(Turn turn, RequestServices services) => services.Recovery.Policy.HoldsRole(turn.Who);

    // What is somebody else's is seen and decided by a role alone.
    private static bool MayDecide(Turn turn, RequestServices services) => turn.Requests.Named.Concat(turn.Requests.Waiting)
        .Any(request => request.State is RequestState.AwaitingApproval
            && services.Find(request.Type) is not null
            && Approving.Refuse(request, turn.Who, services) is null);

    // Whoever asks for access is the one it is for unless they say otherwise, and approvers are told of a guest.
    private static bool IsForThemselves(Turn turn, RequestServices services) =>
        turn.Meaning is { Intent: Intent.Request, Request: { } type } && IsIdentified(type, services);

    private static bool IsIdentified(string? type, RequestServices services) =>
        services.Find(type)?.Fields.OfType<PersonField>().Any(field => field.IsIdentified) is true;
}
