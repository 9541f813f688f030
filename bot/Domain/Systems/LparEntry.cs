namespace ChatOpsBot.Domain.Systems;

/// <summary>What an operator wrote about one system, not checked yet.</summary>
public sealed record LparEntry
{
    /// <summary>Its name, such as <c>LPAR1</c>. Required.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it runs production. Required: production gets additional questions and checks.</summary>
    public bool? IsProduction { get; init; }

    /// <summary>Whether it has the DR add-on. If left out: yes if a partner is named.</summary>
    public bool? HasDr { get; init; }

    /// <summary>The LPAR it fails over to.</summary>
    public string? DrPartner { get; init; }

    /// <summary>The recovery time objective agreed for it, such as <c>04:00:00</c>.</summary>
    public TimeSpan? Rto { get; init; }

    /// <summary>The recovery point objective agreed for it.</summary>
    public TimeSpan? Rpo { get; init; }

    /// <summary>The system's time zone (IANA or Windows name).</summary>
    public string? TimeZone { get; init; }
}
