namespace ChatOpsBot.Storage.Requests;

/// <summary>A line of a request's history: what made this version of it.</summary>
public sealed class RequestAuditEntry
{
    public required Guid RequestId { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>A stable word, as <see cref="Domain.Requests.AuditEntry.What"/>.</summary>
    public required string What { get; init; }

    /// <summary>Null for what the bot or the desk did.</summary>
    public string? ById { get; init; }

    /// <summary>Display name at that time, never an identity.</summary>
    public string? ByName { get; init; }

    public string? Detail { get; init; }
}
