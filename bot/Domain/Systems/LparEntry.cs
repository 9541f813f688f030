namespace ChatOpsBot.Domain.Systems;

/// <summary>What an operator wrote about one system, not checked yet.</summary>
public sealed record LparEntry
{
    public string? Name { get; init; }

    public bool? IsProduction { get; init; }

    /// <summary>Left out, the DR add-on is there when a partner is named.</summary>
    public bool? HasDr { get; init; }

    public string? DrPartner { get; init; }

    public TimeSpan? Rto { get; init; }

    public TimeSpan? Rpo { get; init; }

    /// <summary>An IANA or a Windows name.</summary>
    public string? TimeZone { get; init; }
}
