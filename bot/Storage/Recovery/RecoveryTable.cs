using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Recovery;

internal sealed class RecoveryTable : IEntityTypeConfiguration<RecoveryRow>
{
    public void Configure(EntityTypeBuilder<RecoveryRow> builder)
    {
        builder.ToTable("RecoveryEvent");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Kind).HasConversion<string>();
        builder.Property(row => row.Version).IsConcurrencyToken();
        // Of two that take the same number, one loses here and takes the next.
        builder.HasIndex(row => row.Number).IsUnique();
        builder.HasIndex(row => new { row.IsOpen, row.ChangedAt });
        builder.HasIndex(row => row.RequestId);
    }
}
