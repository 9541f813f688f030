using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Inbox;

internal sealed class SeenActivityTable : IEntityTypeConfiguration<SeenActivity>
{
    public void Configure(EntityTypeBuilder<SeenActivity> builder)
    {
        builder.ToTable("SeenActivity");
        builder.HasKey(activity => activity.Key);
        builder.Property(activity => activity.SubjectKind).HasConversion<string>();
        builder.HasIndex(activity => activity.At);
    }
}
