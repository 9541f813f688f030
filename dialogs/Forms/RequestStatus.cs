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

    /// <summary>As it is true for its desk: what was handed over need not be seen by anybody there yet.</summary>
    public static string Say(Request request, Phrases words) =>
        words.Find($"status.{KeyOf(request)}.{request.Ticket?.Desk}") ?? words[$"status.{KeyOf(request)}"];

    /// <summary>The key of what comes next; null for nothing to say.</summary>
    public static string? NextKey(Request request, Phrases words)
    {
        var key = $"status.next.{KeyOf(request)}";
        string?[] keys =
        [
            request.Ticket is { IsSilent: true } ? $"{key}.silent" : null,
            request.Ticket is { Number: null } ? $"{key}.unnumbered" : null,
            key,
        ];
        return keys.FirstOrDefault(it => it is not null && words.Find(it) is not null);
    }

    /// <summary>Nobody works on it yet, as far as is known here: its owner may still change it.</summary>
    public static bool CanEdit(Request request, DeskProfile desk) => IsUntouched(request, desk, DeskAbilities.Amend);

    /// <summary>Its owner may still take it back: also while the desk does not answer.</summary>
    public static bool CanWithdraw(Request request, DeskProfile desk) =>
        IsUntouched(request, desk, DeskAbilities.Withdraw) || request.State is RequestState.Filing;

    private static bool IsUntouched(Request request, DeskProfile desk, DeskAbilities needed) => request switch
    {
        { State: RequestState.AwaitingApproval or RequestState.Refused or RequestState.Rejected } =>
            request.Ticket is null || desk.Abilities.HasFlag(needed),
        { State: RequestState.Filed, Ticket.State: TicketState.New } => desk.Abilities.HasFlag(needed),
        _ => false,
    };

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
