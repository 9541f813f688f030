namespace ChatOpsBot.Domain.Systems;

/// <summary>A system of the inventory.</summary>
public sealed record Lpar(string Name)
{
    public bool IsProduction { get; init; }

    public string? DrPartner { get; init; }

    public bool HasDr { get; init; }

    public TimeSpan? Rto { get; init; }

    public TimeSpan? Rpo { get; init; }

    public string? TimeZone { get; init; }
}
