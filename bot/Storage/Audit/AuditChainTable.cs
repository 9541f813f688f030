using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Audit;

internal sealed class AuditChainTable : IEntityTypeConfiguration<AuditChainEntry>
{
    public void Configure(EntityTypeBuilder<AuditChainEntry> builder)
    {
        builder.ToTable("AuditChainEntry");
        builder.HasKey(entry => entry.Sequence);
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
        builder.HasIndex(entry => new { entry.SubjectKey, entry.SubjectKind });
        builder.HasIndex(entry => entry.ActorId);
        builder.HasIndex(entry => entry.ErasedBy);
    }
}
