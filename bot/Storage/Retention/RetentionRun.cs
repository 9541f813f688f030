using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Retention;

/// <summary>How the last look for what is past its time went, by whichever instance. There is one row.</summary>
public sealed class RetentionRun
{
    internal const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When the last one that went well ended; null before the first.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>How many rows of which kind that one removed; empty for none.</summary>
    public string Removed { get; set; } = "";

    /// <summary>Why the last one failed, as the kind of the fault; null where it went well.</summary>
    public string? Fault { get; set; }
}

internal sealed class RetentionRunTable : IEntityTypeConfiguration<RetentionRun>
{
    public void Configure(EntityTypeBuilder<RetentionRun> builder)
    {
        builder.ToTable("RetentionRun");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}
