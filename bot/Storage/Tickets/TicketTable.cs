using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Tickets;

internal sealed class TicketTable : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.ToTable("Ticket");
        builder.HasKey(ticket => ticket.Number);
        builder.Property(ticket => ticket.Severity).HasConversion<string>();
        builder.Property(ticket => ticket.State).HasConversion<string>();
        builder.Property(ticket => ticket.Version).IsConcurrencyToken();
        builder.HasIndex(ticket => ticket.Key).IsUnique();
        builder.HasIndex(ticket => ticket.ChangedAt).IsUnique();
    }
}
