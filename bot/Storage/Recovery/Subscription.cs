using ChatOpsBot.Domain.Recovery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>A channel follows a system.</summary>
public sealed class Subscription
{
    /// <summary>What stands for every system.</summary>
    public const string Everything = FollowedName.Everything;

    public required string ChannelId { get; init; }

    /// <summary>An LPAR of either side, in capitals, or <see cref="Everything"/>.</summary>
    public required string System { get; init; }

    /// <summary>Who made it follow in a chat; null where settings alone do.</summary>
    public string? ById { get; init; }

    /// <summary>Display name at that time, never an identity.</summary>
    public string? ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Written down by settings: nobody can end it in a chat.</summary>
    public bool IsFromSettings { get; set; }
}

internal sealed class SubscriptionTable : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.ToTable("Subscription");
        builder.HasKey(row => new { row.ChannelId, row.System });
        builder.HasIndex(row => row.System);
    }
}
