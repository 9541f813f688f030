using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Desks.ServiceNow;

public enum ServiceNowWrite
{
    /// <summary>By the Table API.</summary>
    Table,

    /// <summary>By the Import Set API, where nothing else may be written.</summary>
    ImportSet,
}

public enum ServiceNowWithdrawal
{
    Cancel,
    Resolve,
}

public enum ServiceNowAcceptance
{
    Close,
    Comment,
}

/// <summary>A column that holds the same in every ticket.</summary>
public sealed record ServiceNowColumn
{
    /// <summary>Name of the column, such as `assignment_group`.</summary>
    public string Name { get; init; } = "";

    /// <summary>What stands in it; for a reference, the sys_id.</summary>
    public string Value { get; init; } = "";
}

/// <summary>What a severity is at the instance.</summary>
public sealed record ServiceNowSeverity
{
    /// <summary>The request's severity.</summary>
    public Severity Severity { get; init; }

    /// <summary>Value of `impact`.</summary>
    public string Impact { get; init; } = "";

    /// <summary>Value of `urgency`.</summary>
    public string Urgency { get; init; } = "";
}

/// <summary>
/// What a state is at the instance. The first that fits counts, and of several for one state of ours the first is written.
/// </summary>
public sealed record ServiceNowState
{
    /// <summary>Value of `state`, such as `3`.</summary>
    public string Value { get; init; } = "";

    /// <summary>Value of `hold_reason` that it needs; empty where any does.</summary>
    public string? HoldReason { get; init; }

    /// <summary>What that means to the requester.</summary>
    public TicketState Is { get; init; }
}
