using ChatOpsBot.Connector.Schema;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>
/// One activity of Teams from a proven and allowed sender, read once: what every activity carries here, what happened in
/// <see cref="Payload"/>. A field that was missing or of another type is null.
/// </summary>
public sealed record IncomingActivity
{
    /// <summary>The Bot Framework's activity type, such as <c>message</c>. For logs: <see cref="Payload"/> says what to do.</summary>
    public required string Type { get; init; }

    /// <summary>Which invoke or event, such as <c>adaptiveCard/action</c>. For logs.</summary>
    public string? Name { get; init; }

    /// <summary>Null on some events. A redelivered message keeps it; a redelivered invoke has a new one.</summary>
    public string? Id { get; init; }

    /// <summary>The message a button sat on.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>Where it happened, and how to speak there later.</summary>
    public required ConversationReference Reference { get; init; }

    public required ConversationKind Kind { get; init; }

    public ChannelAccount? From { get; init; }

    /// <summary>The team and channel it happened in; all null outside of teams.</summary>
    public required TeamsContext Teams { get; init; }

    /// <summary>BCP 47 tag of the sender's client, such as <c>de-DE</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>
    /// IANA names of the sender's time zone, such as <c>Europe/Berlin</c>: what the activity says first, then what Teams' client says.
    /// </summary>
    public IReadOnlyList<string> TimeZones { get; init; } = [];

    /// <summary>How far the sender's clock is from UTC; null where the activity does not say.</summary>
    public TimeSpan? LocalOffset { get; init; }

    /// <summary>It is answered in the HTTP response.</summary>
    public bool IsInvoke { get; init; }

    public required ActivityPayload Payload { get; init; }

    /// <summary>A channel's thread carries its root message: <c>19:…@thread.tacv2;messageid=…</c>.</summary>
    public string ConversationId => Reference.ConversationId;

    /// <summary>The tenant it happened in.</summary>
    public string? TenantId => Reference.TenantId;
}
