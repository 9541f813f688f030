using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Tickets;

internal sealed class TicketAuditTable : IEntityTypeConfiguration<TicketAuditEntry>
{
    public void Configure(EntityTypeBuilder<TicketAuditEntry> builder)
    {
        builder.ToTable("TicketAuditEntry");
        builder.HasKey(entry => new { entry.Number, entry.Version });
        builder.Property(entry => entry.State).HasConversion<string>();
    }
}
