namespace ChatOpsBot.Storage.Inbox;

/// <summary>An activity whose turn changed something, kept so that its redelivery gets the same answer and changes nothing.</summary>
public sealed class SeenActivity
{
    /// <summary>What makes two deliveries one: conversation and activity id, or the press.</summary>
    public required string Key { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The answer given in the response body, as JSON; null when the response was empty.</summary>
    public string? Reply { get; init; }

    /// <summary>The request that its turn changed: a redelivery shows it as it stands by then. Null for another kind of turn.</summary>
    public Guid? RequestId { get; init; }
}
