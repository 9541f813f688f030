using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Recovery;

internal sealed class ChannelTable : IEntityTypeConfiguration<Channel>
{
    public void Configure(EntityTypeBuilder<Channel> builder)
    {
        builder.ToTable("Channel");
        builder.HasKey(channel => channel.Id);
        builder.Property(channel => channel.Status).HasConversion<string>();
        builder.Ignore(channel => channel.IsGeneral);
        builder.HasIndex(channel => channel.TeamId);
    }
}
