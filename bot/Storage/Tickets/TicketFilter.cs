using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Storage.Tickets;

/// <summary>Which tickets somebody wants to see.</summary>
public sealed record TicketFilter
{
    /// <summary>None means every state.</summary>
    public IReadOnlyList<TicketState> States { get; init; } = [];

    /// <summary>Id of a request type; null for every type.</summary>
    public string? Type { get; init; }

    public Severity? Severity { get; init; }

    /// <summary>Part of a number, a key or a subject, in any case; null for no search.</summary>
    public string? Text { get; init; }

    /// <summary>Whose tickets may be seen at all.</summary>
    public required TicketScope Scope { get; init; }
}

/// <summary>Whose tickets somebody may see. A ticket is of the tenant from which its request was made.</summary>
/// <param name="Tenant">Entra tenant; null for all: local mode.</param>
/// <param name="IsHome">The tenant of the bot itself, to which tickets belong of which it is not known (any more) whose they are.</param>
public sealed record TicketScope(string? Tenant, bool IsHome = false)
{
    public static TicketScope All { get; } = new((string?)null);
}
