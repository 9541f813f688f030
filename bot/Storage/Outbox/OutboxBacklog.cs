namespace ChatOpsBot.Storage.Outbox;

/// <summary>How many messages of one kind are not done.</summary>
/// <param name="Due">They could be done by now: they are being done, or were tried in vain.</param>
/// <param name="Scheduled">Their time has not come.</param>
/// <param name="DeadLetters">Given up.</param>
/// <param name="Since">When the oldest of those that are due was to be done at first; null where none is.</param>
public sealed record OutboxBacklog(string Kind, int Due, int Scheduled, int DeadLetters, DateTimeOffset? Since);
