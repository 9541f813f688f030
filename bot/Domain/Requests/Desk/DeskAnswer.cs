namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>How a call to the desk ended. The family is closed; a call throws only when it is cancelled.</summary>
public abstract record DeskAnswer
{
    private DeskAnswer()
    {
    }

    /// <summary>The desk has the ticket as it was asked.</summary>
    public sealed record Done(FiledTicket Ticket) : DeskAnswer
    {
        /// <summary>What the desk did in another way than it was asked, as a key of a sentence for the requester; null for nothing:
        /// a lower severity, say.</summary>
        public string? Remark { get; init; }

        /// <summary>What was written into the ticket, where it was read: see <see cref="TicketUpdate.Comments"/>.</summary>
        public IReadOnlyList<DeskComment> Comments { get; init; } = [];
    }

    /// <summary>Nothing was done, and the same call will be refused again.</summary>
    /// <param name="Reason">A sentence for the requester.</param>
    public sealed record Refused(string Reason) : DeskAnswer;

    /// <summary>The desk cannot be reached, or asks to come again.</summary>
    /// <param name="Reason">For the log: codes and ids, never what people write.</param>
    /// <param name="After">How long to wait at least; null where it did not say.</param>
    public sealed record NotNow(string Reason, TimeSpan? After = null) : DeskAnswer
    {
        /// <summary>Whether it was done all the same, nobody knows.</summary>
        public bool IsOutcomeUnknown { get; init; }

        /// <summary>It will go on like this until somebody changes the settings, here or at the desk.</summary>
        public bool NeedsOperator { get; init; }
    }
}
