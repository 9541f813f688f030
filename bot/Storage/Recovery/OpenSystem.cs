using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>
/// A primary system with an open event. There is one open event per system, and beside the real one none but a drill: of two declarations
/// at once, one loses here and joins the other.
/// </summary>
internal sealed class OpenSystem
{
    /// <summary>Empty in local mode, where there is no tenant.</summary>
    public required string Tenant { get; init; }

    /// <summary>In capitals.</summary>
    public required string Primary { get; init; }

    public required bool IsDrill { get; init; }

    public required Guid EventId { get; init; }
}

internal sealed class OpenSystemTable : IEntityTypeConfiguration<OpenSystem>
{
    public void Configure(EntityTypeBuilder<OpenSystem> builder)
    {
        builder.ToTable("OpenSystem");
        builder.HasKey(row => new { row.Tenant, row.Primary, row.IsDrill });
        builder.HasIndex(row => row.EventId);
    }
}
