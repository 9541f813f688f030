namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>A reply on its way to the desk, or there.</summary>
/// <param name="Mark">See <see cref="DeskReply"/>.</param>
/// <param name="To">What it replies to: <see cref="FiledTicket.SpokeAt"/> as it was then. By the desk's clock, which is not the bot's.</param>
public sealed record SentReply(string Mark, DeskReplyKind Kind, string Text, DateTimeOffset To, ReplyProgress Progress);

/// <summary>Stored: a name never changes its meaning.</summary>
public enum ReplyProgress
{
    Sending,
    AtDesk,

    /// <summary>The desk did not take it, or could not be reached.</summary>
    Failed,
}
