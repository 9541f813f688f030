namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>The desk does not take a request for the time being; it is tried again.</summary>
/// <param name="NeedsOperator">Nobody but the bot's administrator can change that.</param>
public sealed record DeskTrouble(DateTimeOffset Since, bool NeedsOperator);
