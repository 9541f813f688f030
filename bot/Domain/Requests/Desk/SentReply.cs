namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>A reply on its way to the desk, or there.</summary>
/// <param name="Mark">See <see cref="DeskReply"/>.</param>
public sealed record SentReply(string Mark, DeskReplyKind Kind, string Text, DateTimeOffset At, ReplyProgress Progress);

/// <summary>Stored: a name never changes its meaning.</summary>
public enum ReplyProgress
{
    Sending,
    AtDesk,

    /// <summary>The desk did not take it, or could not be reached.</summary>
    Failed,
}
