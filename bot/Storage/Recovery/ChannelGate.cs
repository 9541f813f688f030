using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>
/// Opens and closes channels: whether they can be written to, as Teams tells. What it changes is saved by the caller, but for whole
/// tenants, which may have more channels than belong into memory. A channel without a row is passed over.
/// </summary>
public sealed class ChannelGate(BotDb db)
{
    private readonly ChannelStore _channels = new(db);

    /// <summary>It can be written to, whatever stood in the way before.</summary>
    public Task OpenAsync(string id, DateTimeOffset at, CancellationToken cancel) =>
        MoveAsync(One(id), _ => true, ChannelStatus.Open, null, at, cancel);

    /// <summary>Not now; it may come back. One that is gone stays gone.</summary>
    /// <param name="why">A code of Teams, the name of its event, or a word of the bot's own.</param>
    public Task PauseAsync(string id, string why, DateTimeOffset at, CancellationToken cancel) =>
        MoveAsync(One(id), channel => channel.Status is ChannelStatus.Open, ChannelStatus.Paused, why, at, cancel);

    /// <summary>It was deleted, or Teams does not know it. What it follows stays, for the case that it comes back.</summary>
    public Task LoseAsync(string id, string why, DateTimeOffset at, CancellationToken cancel) =>
        MoveAsync(One(id), _ => true, ChannelStatus.Gone, why, at, cancel);

    /// <summary>The channels of a team that were paused are open again.</summary>
    public Task OpenTeamAsync(string team, DateTimeOffset at, CancellationToken cancel) =>
        MoveAsync(_channels.OfTeam(team), channel => channel.Status is ChannelStatus.Paused, ChannelStatus.Open, null, at, cancel);

    public Task PauseTeamAsync(string team, string why, DateTimeOffset at, CancellationToken cancel) =>
        MoveAsync(_channels.OfTeam(team), channel => channel.Status is ChannelStatus.Open, ChannelStatus.Paused, why, at, cancel);

    /// <summary>A team was deleted, and its channels with it.</summary>
    public Task LoseTeamAsync(string team, string why, DateTimeOffset at, CancellationToken cancel) =>
        MoveAsync(_channels.OfTeam(team), channel => channel.Status is not ChannelStatus.Gone, ChannelStatus.Gone, why, at, cancel);

    /// <summary>A deleted team is back, with the channels that went with it; one that was deleted before stays deleted.</summary>
    /// <param name="why">As it was given when the team was lost.</param>
    public Task RestoreTeamAsync(string team, string why, DateTimeOffset at, CancellationToken cancel) =>
        MoveAsync(
            _channels.OfTeam(team),
            channel => channel.Status is ChannelStatus.Gone && channel.Why == why,
            ChannelStatus.Open,
            null,
            at,
            cancel);

    /// <summary>Nothing can be sent in a whole tenant, as when its administrator blocks the app. Done at once.</summary>
    /// <returns>How many channels were open until then.</returns>
    public Task<int> PauseTenantAsync(string? tenant, string why, DateTimeOffset at, CancellationToken cancel) =>
        db
            .Channels.Where(channel => channel.Tenant == tenant && channel.Status == ChannelStatus.Open)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(channel => channel.Status, ChannelStatus.Paused)
                        .SetProperty(channel => channel.Why, why)
                        .SetProperty(channel => channel.ChangedAt, at),
                cancel);

    /// <summary>Opens again what was paused in a tenant for this reason. Done at once.</summary>
    /// <returns>How many channels.</returns>
    public Task<int> OpenTenantAsync(string? tenant, string why, DateTimeOffset at, CancellationToken cancel) =>
        db
            .Channels.Where(channel => channel.Tenant == tenant && channel.Status == ChannelStatus.Paused && channel.Why == why)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(channel => channel.Status, ChannelStatus.Open)
                        .SetProperty(channel => channel.Why, (string?)null)
                        .SetProperty(channel => channel.ChangedAt, at),
                cancel);

    /// <summary>
    /// Tenants with channels that were paused for this reason: since when, and whether an event is open of which they could hear.
    /// </summary>
    public async Task<IReadOnlyList<(string? Tenant, DateTimeOffset Since, bool HasNews)>> PausedTenantsAsync(
        string why, CancellationToken cancel)
    {
        var paused = await db.Channels.Where(channel => channel.Status == ChannelStatus.Paused && channel.Why == why)
            .GroupBy(channel => channel.Tenant)
            .Select(channels => new { Tenant = channels.Key, Since = channels.Max(channel => channel.ChangedAt) })
            .ToListAsync(cancel);
        var tenants = paused.Select(it => it.Tenant ?? "").ToList();
        var news = paused.Count == 0 ? [] : await db.RecoveryEvents
            .Where(row => row.IsOpen && row.AnnouncedAt != null && tenants.Contains(row.Tenant ?? ""))
            .Select(row => row.Tenant ?? "").Distinct().ToListAsync(cancel);
        return [.. paused.Select(it => (it.Tenant, it.Since, news.Contains(it.Tenant ?? "")))];
    }

    private IQueryable<Channel> One(string id) => db.Channels.Where(channel => channel.Id == id);

    // Chosen in memory, where the same unit of work may have moved some already.
    private static async Task MoveAsync(
        IQueryable<Channel> channels, Func<Channel, bool> which, ChannelStatus to, string? why, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (var channel in (await channels.ToListAsync(cancel)).Where(which))
            (channel.Status, channel.Why, channel.ChangedAt) = (to, why, at);
    }
}
