namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>What somebody at the desk wrote into a ticket, for the requester to read. The bot's own comments are none of these.</summary>
/// <param name="By">As the desk names them; null where it does not say.</param>
public sealed record DeskComment(DateTimeOffset At, string? By, string Text);
