namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>How a call to the desk ended. The family is closed; a call throws only when it is cancelled.</summary>
public abstract record DeskAnswer
{
    private DeskAnswer()
    {
    }

    /// <summary>The desk has the ticket as it was asked.</summary>
    public sealed record Done(FiledTicket Ticket) : DeskAnswer;

    /// <summary>Nothing was done, and the same call will be refused again.</summary>
    /// <param name="Reason">A sentence for the requester.</param>
    public sealed record Refused(string Reason) : DeskAnswer;

    /// <summary>The desk cannot be reached, or asks to come again.</summary>
    /// <param name="After">How long to wait at least; null where it did not say.</param>
    public sealed record NotNow(string Reason, TimeSpan? After = null) : DeskAnswer;
}
