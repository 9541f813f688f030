using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>Somebody whom a page of the bot is open to: an invitation that a chat gave out, or a browser that has taken one.</summary>
public sealed class Viewer
{
    /// <summary>SHA-256 of the secret, in hexadecimal; the secret itself is not stored.</summary>
    public required string Hash { get; init; }

    /// <summary>The page it opens, and no other.</summary>
    public required ViewerPage Page { get; init; }

    public required string PersonId { get; init; }

    /// <summary>Display name when the link was given; null for a page on which nobody does anything.</summary>
    public string? Name { get; init; }

    public string? Tenant { get; init; }

    /// <summary>An invitation is taken once; a browser's own secret is not.</summary>
    public required bool IsInvitation { get; init; }

    public required DateTimeOffset Until { get; init; }
}

/// <summary>The pages that people are invited to. Stored: a name never changes its meaning.</summary>
public enum ViewerPage
{
    /// <summary>The current DR events.</summary>
    Wall,

    /// <summary>The tickets of the local desk.</summary>
    Desk,
}

internal sealed class ViewerTable : IEntityTypeConfiguration<Viewer>
{
    public void Configure(EntityTypeBuilder<Viewer> builder)
    {
        builder.ToTable("Viewer");
        builder.HasKey(row => row.Hash);
        builder.Property(row => row.Page).HasConversion<string>();
        builder.HasIndex(row => row.Until);
    }
}
