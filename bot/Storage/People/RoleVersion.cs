using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.People;

/// <summary>Counts the changes of granted roles: of two at a time one comes too late, and other instances see that there was one.</summary>
public sealed class RoleVersion
{
    /// <summary>The one row.</summary>
    public const int Only = 1;

    public int Id { get; init; } = Only;

    public int Version { get; set; }
}

internal sealed class RoleVersionTable : IEntityTypeConfiguration<RoleVersion>
{
    public void Configure(EntityTypeBuilder<RoleVersion> builder)
    {
        builder.ToTable("RoleVersion");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasData(new RoleVersion());
    }
}
