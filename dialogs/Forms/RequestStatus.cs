using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Dialogs.Forms;

/// <summary>How a request stands, with the bot or with the desk, as one word.</summary>
internal static class RequestStatus
{
    /// <summary>Ends the keys of sentences about it.</summary>
    public static string KeyOf(Request request) =>
        request is { State: RequestState.Filed, EndedAt: not null, Ticket.State: TicketState.Resolved or TicketState.Closed } ? "TimeOver"
        : request is { State: RequestState.Filed, Ticket: { } ticket } ? $"Ticket{ticket.State}"
        : request.IsEdit ? "Editing"
        : request.State.ToString();

    public static string Say(Request request, Phrases words) => words[$"status.{KeyOf(request)}"];

    /// <summary>Nobody works on it yet: its owner may still change it.</summary>
    public static bool CanEdit(Request request) =>
        request
            is { State: RequestState.AwaitingApproval or RequestState.Refused or RequestState.Rejected }
                or { State: RequestState.Filed, Ticket.State: TicketState.New };

    /// <summary>Its owner may still take it back: also while the desk does not answer.</summary>
    public static bool CanWithdraw(Request request) => CanEdit(request) || request.State is RequestState.Filing;

    public static ContainerStyle StyleOf(Request request) => request.State switch
    {
        RequestState.Filed when request.EndedAt is not null => ContainerStyle.Emphasis,
        RequestState.Filed when request.Ticket is { State: TicketState.WaitingForYou or TicketState.OnHold } => ContainerStyle.Warning,
        RequestState.Filed when request.Ticket is { State: TicketState.Cancelled or TicketState.Gone } => ContainerStyle.Attention,
        RequestState.Filed => ContainerStyle.Good,
        RequestState.AwaitingApproval or RequestState.Filing => ContainerStyle.Warning,
        RequestState.Refused or RequestState.Rejected => ContainerStyle.Attention,
        _ => ContainerStyle.Emphasis,
    };
}
