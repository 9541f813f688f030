namespace ChatOpsBot.Storage.Recovery;

/// <summary>How many channels wait for what is new of DR events, and nobody is at it at this moment.</summary>
/// <param name="Since">When the event changed of which they wait longest; null where none waits.</param>
public sealed record DeliveryBacklog(bool IsDrill, int Waiting, DateTimeOffset? Since);
