using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Audit;

/// <summary>That the chain had this end at this time, signed by a timestamp authority (RFC 3161).</summary>
public sealed class AuditTimestamp
{
    /// <summary>Of the entry whose hash was signed.</summary>
    public required long Sequence { get; init; }

    /// <summary>By the clock of the authority.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The token as the authority sent it.</summary>
    public required byte[] Token { get; init; }
}

internal sealed class AuditTimestampTable : IEntityTypeConfiguration<AuditTimestamp>
{
    public void Configure(EntityTypeBuilder<AuditTimestamp> builder)
    {
        builder.ToTable("AuditTimestamp");
        builder.HasKey(row => row.Sequence);
        builder.Property(row => row.Sequence).ValueGeneratedNever();
    }
}
