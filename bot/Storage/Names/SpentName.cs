using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Names;

/// <summary>The key of a request or DR event that was deleted. People may still name it, so it is never given to another one.</summary>
internal sealed class SpentName
{
    /// <summary>As people write it: <c>RST-7K3QZC</c>, <c>DR-3</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Of a DR event; null for a request.</summary>
    public int? Number { get; init; }
}

internal sealed class SpentNameTable : IEntityTypeConfiguration<SpentName>
{
    public void Configure(EntityTypeBuilder<SpentName> builder)
    {
        builder.ToTable("SpentName");
        builder.HasKey(row => row.Name);
        builder.HasIndex(row => row.Number);
    }
}
