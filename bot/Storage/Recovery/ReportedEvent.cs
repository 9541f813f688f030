using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>
/// What came in from outside and was done, so that the same done once more changes nothing (CloudEvents 1.0: source and id name one
/// event).
/// </summary>
public sealed class ReportedEvent
{
    public required string Source { get; init; }

    public required string Id { get; init; }

    /// <summary>What was answered, as JSON.</summary>
    public required string Answer { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class ReportedEventTable : IEntityTypeConfiguration<ReportedEvent>
{
    public void Configure(EntityTypeBuilder<ReportedEvent> builder)
    {
        builder.ToTable("ReportedEvent");
        builder.HasKey(row => new { row.Source, row.Id });
        builder.HasIndex(row => row.At);
    }
}
