using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Tickets;

internal sealed class TicketDeedTable : IEntityTypeConfiguration<TicketDeed>
{
    public void Configure(EntityTypeBuilder<TicketDeed> builder)
    {
        builder.ToTable("TicketDeed");
        builder.HasKey(deed => new { deed.Number, deed.Version });
        builder.Property(deed => deed.State).HasConversion<string>();
    }
}
