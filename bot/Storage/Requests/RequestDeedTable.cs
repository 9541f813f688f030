using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Requests;

internal sealed class RequestDeedTable : IEntityTypeConfiguration<RequestDeed>
{
    public void Configure(EntityTypeBuilder<RequestDeed> builder)
    {
        builder.ToTable("RequestDeed");
        builder.HasKey(deed => new { deed.RequestId, deed.Version });
        builder.HasIndex(deed => deed.ById);
    }
}
