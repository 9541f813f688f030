using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Requests;

internal sealed class RequestTable : IEntityTypeConfiguration<RequestRow>
{
    public void Configure(EntityTypeBuilder<RequestRow> builder)
    {
        builder.ToTable("Request");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.State).HasConversion<string>();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => row.Key).IsUnique();
        builder.HasIndex(row => new { row.OwnerId, row.ChangedAt });
        builder.HasIndex(row => new { row.State, row.ChangedAt });
        builder.HasIndex(row => new { row.IsOpen, row.ChangedAt });
        builder.HasIndex(row => row.TicketNumber);
    }
}
