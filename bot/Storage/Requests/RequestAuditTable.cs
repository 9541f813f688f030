using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Requests;

internal sealed class RequestAuditTable : IEntityTypeConfiguration<RequestAuditEntry>
{
    public void Configure(EntityTypeBuilder<RequestAuditEntry> builder)
    {
        builder.ToTable("RequestAuditEntry");
        builder.HasKey(entry => new { entry.RequestId, entry.Version });
        builder.HasIndex(entry => entry.ById);
    }
}
