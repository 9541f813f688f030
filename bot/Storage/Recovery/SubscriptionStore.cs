using System.Globalization;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>What channels follow, in one unit of work: changes are saved by the caller, together with what else the turn changes.</summary>
public sealed class SubscriptionStore(BotDb db)
{
    /// <summary>What a channel follows: everything first, then by name.</summary>
    public async Task<IReadOnlyList<Subscription>> OfAsync(string channel, CancellationToken cancel)
    {
        var rows = await db.Subscriptions.AsNoTracking().Where(row => row.ChannelId == channel).ToListAsync(cancel);
        return [.. rows.OrderBy(row => row.System, StringComparer.Ordinal)];
    }

    /// <summary>A channel follows these from now on. Whoever made it follow one of them earlier stays noted as the one who did.</summary>
    /// <param name="systems">Names in any case, or <see cref="Subscription.Everything"/>.</param>
    /// <returns>What it did not follow before.</returns>
    public async Task<IReadOnlyList<string>> FollowAsync(
        string channel, IEnumerable<string> systems, Person by, DateTimeOffset at, CancellationToken cancel)
    {
        var known = await db.Subscriptions.Where(row => row.ChannelId == channel).Select(row => row.System).ToListAsync(cancel);
        var added = systems.Select(Named).Distinct().Except(known).ToList();
        db.Subscriptions.AddRange(
            added.Select(system => new Subscription
            {
                ChannelId = channel,
                System = system,
                ById = by.Id,
                ByName = by.Name,
                At = at,
            }));
        Audit(channel, "followed", added, by, at);
        return added;
    }

    /// <summary>A channel no longer follows these. What settings list stays.</summary>
    /// <param name="systems">As for <see cref="FollowAsync"/>; null for all.</param>
    /// <returns>What it did follow until now.</returns>
    public async Task<IReadOnlyList<string>> StopAsync(
        string channel, IEnumerable<string>? systems, Person by, DateTimeOffset at, CancellationToken cancel)
    {
        var rows = await db.Subscriptions.Where(row => row.ChannelId == channel && !row.IsFromSettings).ToListAsync(cancel);
        var named = systems?.Select(Named).ToHashSet();
        var ended = rows.Where(row => named is null || named.Contains(row.System)).ToList();
        db.Subscriptions.RemoveRange(ended);
        List<string> names = [.. ended.Select(row => row.System).Order(StringComparer.Ordinal)];
        Audit(channel, "stopped", names, by, at);
        return names;
    }

    /// <summary>Who would be told of these systems: the channels of a tenant that are open and follow one of them, or everything.</summary>
    /// <param name="names">Primary and DR sides, in any case.</param>
    /// <returns>Each channel and each team counted once; a channel whose team is not known counts for no team.</returns>
    public async Task<(int Channels, int Teams)> AudienceAsync(string? tenant, IEnumerable<string> names, CancellationToken cancel)
    {
        var wanted = names.Select(Named).Append(Subscription.Everything).Distinct().ToList();
        var following = db.Subscriptions.Where(row => wanted.Contains(row.System)).Select(row => row.ChannelId);
        var told = db.Channels.Where(channel =>
            channel.Tenant == tenant && channel.Status == ChannelStatus.Open && following.Contains(channel.Id));
        return (
            await told.CountAsync(cancel),
            await told.Where(channel => channel.TeamId != null).Select(channel => channel.TeamId).Distinct().CountAsync(cancel));
    }

    private void Audit(string channel, string what, List<string> systems, Person by, DateTimeOffset at)
    {
        if (systems.Count > 0)
            db.Audit(new(AuditSubjects.Channel, channel, what, at) { By = by, Detail = string.Join(", ", systems) });
    }

    internal static string Named(string system) => system.Trim().ToUpper(CultureInfo.InvariantCulture);
}
