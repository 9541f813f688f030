namespace ChatOpsBot.Connector.Outgoing;

/// <summary>How a call to Teams ended: a closed family. A call never throws because of Teams or the network.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>Teams accepted it.</summary>
    /// <param name="ActivityId">The message's id, needed to update or delete it; null when Teams gave none.</param>
    /// <param name="ConversationId">Where the message is now; for a new thread or personal chat, the new conversation.</param>
    public sealed record Sent(string? ActivityId, string ConversationId) : SendOutcome;

    /// <summary>Nothing was done, and it may be retried later (HTTP 429, or 412 that did not clear).</summary>
    /// <param name="RetryAfter">How long Teams asked to wait; null when it did not say.</param>
    public sealed record Throttled(TimeSpan? RetryAfter) : SendOutcome;

    /// <summary>Nothing was done, and the same call will be refused again.</summary>
    /// <param name="Status">HTTP status; 0 when the bot itself refused to send it.</param>
    /// <param name="Code">The error code Teams gave, for the log.</param>
    public sealed record Refused(Refusal Why, int Status, string? Code) : SendOutcome;

    /// <summary>The request was sent and its outcome is unknown (time limit, broken connection, 5xx): it may have been done.</summary>
    /// <param name="Status">HTTP status; 0 when there was no answer.</param>
    public sealed record UnknownEnd(string Reason, int Status = 0) : SendOutcome
    {
        /// <summary>How long Teams asked to wait, as it does with some 503; null when it did not say.</summary>
        public TimeSpan? RetryAfter { get; init; }
    }

    /// <summary>The request was never sent (no connection, no token): nothing was done, and it may be retried later.</summary>
    public sealed record Unreachable(string Reason) : SendOutcome;
}
