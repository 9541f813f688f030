using ChatOpsBot.Connector.Outgoing.Pacing;

namespace ChatOpsBot.Tests.Connector.Pacing;

/// <summary>A call that asked to leave.</summary>
internal sealed record AskedCall(int Number, PacedPlace Place, Urgency Urgency, TimeSpan AskedAt, Task Task)
{
    /// <summary>When it was let go.</summary>
    public TimeSpan At { get; set; }
}
