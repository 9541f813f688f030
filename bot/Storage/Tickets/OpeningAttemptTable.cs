using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Tickets;

internal sealed class OpeningAttemptTable : IEntityTypeConfiguration<OpeningAttempt>
{
    public void Configure(EntityTypeBuilder<OpeningAttempt> builder)
    {
        builder.ToTable("OpeningAttempt");
        builder.HasKey(attempt => attempt.Key);
        builder.Property(attempt => attempt.Desk).HasConversion<string>();
        builder.HasIndex(attempt => attempt.At);
    }
}
