namespace ChatOpsBot.Storage.Recovery;

/// <summary>What became of a claimed delivery: all that is stored of it.</summary>
public sealed record DeliveryResult
{
    public required Guid EventId { get; init; }

    public required string ChannelId { get; init; }

    public required DeliveryState State { get; init; }

    public string? ConversationId { get; init; }

    public string? ActivityId { get; init; }

    public int ShownVersion { get; init; }

    public int RepliedLines { get; init; }

    /// <summary>
    /// When it is to be taken up again; null for never, unless the event is newer than <see cref="AboutVersion"/> by now.
    /// </summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The version of the event that this was about.</summary>
    public int AboutVersion { get; init; }

    public int Rank { get; init; }

    public int Attempt { get; init; }

    public string? Fault { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public int Resent { get; init; }

    /// <inheritdoc cref="Delivery.IsReplyUnknown"/>
    public bool IsReplyUnknown { get; init; }

    /// <summary>As it was claimed.</summary>
    public static DeliveryResult Of(Delivery row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new()
        {
            EventId = row.EventId,
            ChannelId = row.ChannelId,
            State = row.State,
            ConversationId = row.ConversationId,
            ActivityId = row.ActivityId,
            ShownVersion = row.ShownVersion,
            RepliedLines = row.RepliedLines,
            Rank = row.Rank,
            Attempt = row.Attempt,
            Fault = row.Fault,
            SentAt = row.SentAt,
            UpdatedAt = row.UpdatedAt,
            Resent = row.Resent,
            IsReplyUnknown = row.IsReplyUnknown,
        };
    }
}
