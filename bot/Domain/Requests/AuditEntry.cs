using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Domain.Requests;

/// <summary>Who did what to a request: a line of its history, saved with the change.</summary>
/// <param name="What">A stable word: "started", "filled", "confirmed", "approved", "rejected", "filed", "withdrawn", "cancelled"
/// ...</param>
/// <param name="By">Null for what the bot or the desk did.</param>
public sealed record AuditEntry(string What, Person? By)
{
    /// <summary>Ids of the fields it changed, a ticket number, a state: never what was typed.</summary>
    public string? Detail { get; init; }
}
