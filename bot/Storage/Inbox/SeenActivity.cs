using ChatOpsBot.Domain;

namespace ChatOpsBot.Storage.Inbox;

/// <summary>An activity whose turn changed something, stored so that its redelivery gets the same answer and changes nothing.</summary>
public sealed class SeenActivity
{
    /// <summary>What makes two deliveries one: conversation and activity id, or the press.</summary>
    public required string Key { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The answer given in the response body, as JSON; null when the response was empty.</summary>
    public string? Reply { get; init; }

    /// <summary>The request or DR event that its turn changed: a redelivery shows its current state. Null for other turns.</summary>
    public Guid? SubjectId { get; init; }

    public SubjectKind? SubjectKind { get; init; }
}
