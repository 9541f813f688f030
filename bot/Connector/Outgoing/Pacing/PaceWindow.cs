namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>A rate limit: at most <paramref name="Calls"/> calls within any period of <paramref name="Length"/>.</summary>
internal readonly record struct PaceWindow(int Calls, TimeSpan Length);
