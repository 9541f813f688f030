using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Outbox;

internal sealed class ErrandTable : IEntityTypeConfiguration<ErrandRow>
{
    public void Configure(EntityTypeBuilder<ErrandRow> builder)
    {
        builder.ToTable("Errand");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => new { row.IsBuried, row.Due });
        builder.HasIndex(row => row.RequestId);
    }
}
