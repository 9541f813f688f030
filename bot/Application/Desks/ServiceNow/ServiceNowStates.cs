using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>What the instance's states mean to a requester, and which value is written for a state of ours.</summary>
internal sealed class ServiceNowStates(IOptions<ServiceNowOptions> options)
{
    public const string AtApproval = "waits for approval at the desk";

    private const string Requested = "requested";

    // As they are shipped: incident states, and those that every table has from task.
    private static readonly ServiceNowState[] OfIncidents =
    [
        new() { Value = "1", Is = TicketState.New },
        new() { Value = "2", Is = TicketState.InProgress },
        new() { Value = "3", HoldReason = "1", Is = TicketState.WaitingForYou },
        new() { Value = "3", Is = TicketState.OnHold },
        new() { Value = "6", Is = TicketState.Resolved },
        new() { Value = "7", Is = TicketState.Closed },
        new() { Value = "8", Is = TicketState.Cancelled },
    ];

    private static readonly ServiceNowState[] OfTasks =
    [
        new() { Value = "1", Is = TicketState.New },
        new() { Value = "2", Is = TicketState.InProgress },
        new() { Value = "-5", Is = TicketState.OnHold },
        new() { Value = "3", Is = TicketState.Closed },
        new() { Value = "4", Is = TicketState.Closed },
        new() { Value = "7", Is = TicketState.Cancelled },
    ];

    private IReadOnlyList<ServiceNowState> Map =>
        options.Value.States is { Count: > 0 } own ? own : options.Value.Table == "incident" ? OfIncidents : OfTasks;

    public bool Knows(string value) => Map.Any(state => state.Value == value);

    /// <returns>Null where the instance has no such state.</returns>
    public string? ValueOf(TicketState state) => Map.FirstOrDefault(it => it.Is == state)?.Value;

    /// <returns>With the desk's own word where ours says less. A state that nobody knows is work in progress, under its own name.</returns>
    public (TicketState State, string? Word) Read(ServiceNowRecord record)
    {
        var (value, reason) = (record.Value("state"), record.Value("hold_reason"));
        var known = Map.FirstOrDefault(it => it.Value == value && (string.IsNullOrEmpty(it.HoldReason) || it.HoldReason == reason));
        if (record.Value("approval") == Requested && known?.Is is TicketState.New or TicketState.InProgress)
            return (TicketState.OnHold, AtApproval);

        return known?.Is switch
        {
            null => (TicketState.InProgress, NullIfEmpty(record.Shown("state"))),
            TicketState.OnHold => (TicketState.OnHold, NullIfEmpty(record.Shown("hold_reason")) ?? NullIfEmpty(record.Shown("state"))),
            { } state => (state, null),
        };
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
