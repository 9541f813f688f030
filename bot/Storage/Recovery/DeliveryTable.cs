using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Recovery;

internal sealed class DeliveryTable : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("Delivery");
        builder.HasKey(row => new { row.EventId, row.ChannelId });
        builder.Property(row => row.State).HasConversion<string>();
        builder.Property(row => row.Doing).HasConversion<string>();
        builder.HasIndex(row => new { row.ClaimedBy, row.Rank, row.Due });
        builder.HasIndex(row => row.ChannelId);
    }
}
