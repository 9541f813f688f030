using NodaTime;

namespace ChatOpsBot.Domain.Systems;

/// <summary>A system of the inventory.</summary>
public sealed record Lpar
{
    /// <summary>A right LPAR name, as the operator wrote it.</summary>
    public required string Name { get; init; }

    /// <summary>False for test, development and the like.</summary>
    public required bool IsProduction { get; init; }

    /// <summary>The DR add-on is there. Without it there is nothing to fail over to.</summary>
    public bool HasDr { get; init; }

    /// <summary>The LPAR that takes over in a failover; it need not be in the inventory.</summary>
    public string? DrPartner { get; init; }

    /// <summary>Recovery time objective: how long a failover may take.</summary>
    public TimeSpan? Rto { get; init; }

    /// <summary>Recovery point objective: how much of the latest work may be lost.</summary>
    public TimeSpan? Rpo { get; init; }

    /// <summary>The zone the system's own clock and its nights go by.</summary>
    public DateTimeZone? Zone { get; init; }
}
