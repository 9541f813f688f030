namespace ChatOpsBot.Connector.Outgoing.Pacing;

/// <summary>Points in time, each as the time since some beginning.</summary>
internal static class Instants
{
    public static TimeSpan Later(TimeSpan one, TimeSpan other) => new(Math.Max(one.Ticks, other.Ticks));

    public static TimeSpan Earlier(TimeSpan one, TimeSpan other) => new(Math.Min(one.Ticks, other.Ticks));
}
