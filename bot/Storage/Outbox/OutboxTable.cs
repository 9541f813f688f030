using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Outbox;

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("OutboxMessage");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => new { row.IsDeadLetter, row.Due });
        builder.HasIndex(row => row.SubjectId);
        builder.Property(row => row.SubjectKind).HasConversion<string>();
    }
}
