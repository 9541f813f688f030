using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>
/// Somebody who may look at the page of current events: an invitation that a chat gave out, or a browser that has taken one.
/// </summary>
public sealed class Viewer
{
    /// <summary>SHA-256 of the secret, in hexadecimal; the secret itself is not stored.</summary>
    public required string Hash { get; init; }

    public required string PersonId { get; init; }

    public string? Tenant { get; init; }

    /// <summary>An invitation is taken once; a browser's own secret is not.</summary>
    public required bool IsInvitation { get; init; }

    public required DateTimeOffset Until { get; init; }
}

internal sealed class ViewerTable : IEntityTypeConfiguration<Viewer>
{
    public void Configure(EntityTypeBuilder<Viewer> builder)
    {
        builder.ToTable("Viewer");
        builder.HasKey(row => row.Hash);
        builder.HasIndex(row => row.Until);
    }
}
