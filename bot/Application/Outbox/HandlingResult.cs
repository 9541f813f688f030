namespace ChatOpsBot.Application.Outbox;

/// <summary>How a try of a message ended. The family is closed.</summary>
public abstract record HandlingResult
{
    private HandlingResult()
    {
    }

    /// <summary>It is done, or there is nothing to do any more.</summary>
    public sealed record Done : HandlingResult
    {
        public static Done Instance { get; } = new();
    }

    /// <summary>It may go better later.</summary>
    /// <param name="Fault">Why, for the log: ids and codes, never what people write.</param>
    /// <param name="AtLeast">How long to wait where that was said.</param>
    public sealed record Later(string Fault, TimeSpan? AtLeast = null) : HandlingResult
    {
        /// <summary>Whether it was done all the same, nobody knows.</summary>
        public bool IsOutcomeUnknown { get; init; }
    }

    /// <summary>It will not go, however often it is tried.</summary>
    public sealed record PermanentFailure(string Fault) : HandlingResult;
}
