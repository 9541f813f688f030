using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Tickets;

internal sealed class DeskCounterTable : IEntityTypeConfiguration<DeskCounter>
{
    public void Configure(EntityTypeBuilder<DeskCounter> builder)
    {
        builder.ToTable("DeskCounter");
        builder.HasKey(counter => counter.Id);
        builder.Property(counter => counter.Id).ValueGeneratedNever();
        builder.HasData(new DeskCounter { LastChange = DateTimeOffset.UnixEpoch });
    }
}
