using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Dialogs.Forms;

/// <summary>How a request stands, with the bot or with the desk, as one word.</summary>
internal static class RequestStanding
{
    /// <summary>Ends the keys of sentences about it.</summary>
    public static string KeyOf(Request request) =>
        request is { State: RequestState.Filed, Ticket: { } ticket } ? $"Ticket{ticket.State}" : request.State.ToString();

    public static string Say(Request request, Phrases words) => words[$"standing.{KeyOf(request)}"];

    /// <summary>Nobody works on it yet: its owner may still change it or take it back.</summary>
    public static bool CanChange(Request request) => request is { State: RequestState.AwaitingApproval or RequestState.Refused or RequestState.Rejected }
        or { State: RequestState.Filed, Ticket.State: TicketState.New };

    public static ContainerStyle StyleOf(Request request) => request.State switch
    {
        RequestState.Filed when request.Ticket is { State: TicketState.WaitingForYou } => ContainerStyle.Warning,
        RequestState.Filed => ContainerStyle.Good,
        RequestState.AwaitingApproval or RequestState.Filing => ContainerStyle.Warning,
        RequestState.Refused or RequestState.Rejected => ContainerStyle.Attention,
        _ => ContainerStyle.Emphasis,
    };
}
