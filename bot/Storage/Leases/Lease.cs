using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Leases;

/// <summary>A task that one instance at a time may do.</summary>
internal sealed class Lease
{
    public required string Task { get; init; }

    public required string Holder { get; init; }

    /// <summary>From then on anybody may take it.</summary>
    public required DateTimeOffset Until { get; init; }
}

internal sealed class LeaseTable : IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<Lease> builder)
    {
        builder.ToTable("Lease");
        builder.HasKey(lease => lease.Task);
    }
}
