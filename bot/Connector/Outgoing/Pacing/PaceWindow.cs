namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>At most so many calls in any stretch of time so long.</summary>
internal readonly record struct PaceWindow(int Calls, TimeSpan Length);
