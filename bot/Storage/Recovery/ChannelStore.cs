using ChatOpsBot.Storage.Conversations;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>The channels of one unit of work: changes are saved by the caller, together with what else the turn changes.</summary>
public sealed class ChannelStore(BotDb db)
{
    /// <summary>
    /// Notes a channel as an activity shows it. An event names only what it knows: what was learned earlier is not lost by a later one
    /// without it.
    /// </summary>
    /// <returns>The row as it will be stored. Whether the channel can be written to is left as it is.</returns>
    public async Task<Channel> NoteAsync(Channel seen, DateTimeOffset at, CancellationToken cancel)
    {
        seen.ChangedAt = at;
        if (await db.Channels.FindAsync([seen.Id], cancel) is not { } known)
            return db.Channels.Add(seen).Entity;

        known.Tenant = seen.Tenant ?? known.Tenant;
        known.TeamId = seen.TeamId ?? known.TeamId;
        known.TeamName = seen.TeamName ?? known.TeamName;
        known.Name = seen.Name ?? known.Name;
        known.ServiceUrl = seen.ServiceUrl.Length > 0 ? seen.ServiceUrl : known.ServiceUrl;
        known.BotId = seen.BotId.Length > 0 ? seen.BotId : known.BotId;
        known.ChangedAt = at;
        return known;
    }

    /// <summary>A team has another name now; its channels are shown with it.</summary>
    public async Task RenameTeamAsync(string team, string name, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (var channel in await OfTeam(team).ToListAsync(cancel))
            (channel.TeamName, channel.ChangedAt) = (name, at);
    }

    /// <summary>
    /// The bot is in this place. Channels of its team are reached by the same way. So are those of which nobody knows the team, if it
    /// is a place of the bot's own tenant: of another one, anybody could draw them to theirs.
    /// </summary>
    /// <param name="ownTenant">As activities have it; null where the bot has none.</param>
    public async Task ReachAsync(Conversation place, string? ownTenant, DateTimeOffset at, CancellationToken cancel)
    {
        if (place.ServiceUrl.Length == 0)
            return;

        var (team, isOwn) = (place.TeamId, ownTenant is not null && place.TenantId == ownTenant);
        var reached = await db
            .Channels.Where(channel =>
                (isOwn && channel.ServiceUrl == "" && channel.TeamId == null)
                || (team != null && (channel.TeamId == team || channel.Id == team)))
            .ToListAsync(cancel);
        foreach (var channel in reached)
            Reach(channel, place, at);
    }

    /// <summary>
    /// Fills in the way to every channel that has none, from the places the bot is in: that of its own team; where nobody knows the
    /// team, the newest of the bot's own tenant.
    /// </summary>
    /// <param name="ownTenant">See <see cref="ReachAsync"/>.</param>
    /// <returns>How many are still out of reach.</returns>
    public async Task<int> ReachAllAsync(string? ownTenant, DateTimeOffset at, CancellationToken cancel)
    {
        var lost = await db.Channels.Where(channel => channel.ServiceUrl == "").ToListAsync(cancel);
        if (lost.Count == 0)
            return 0;

        var teams = lost.Select(channel => channel.TeamId ?? channel.Id).Distinct().ToList();
        var places = db.Conversations.Where(place => place.RemovedAt == null && place.ServiceUrl != "");
        var ofTeams = await places.Where(place => teams.Contains(place.Id)).ToDictionaryAsync(place => place.Id, cancel);
        var newest = ownTenant is null
            ? null
            : await places
                .Where(place => place.TenantId == ownTenant)
                .OrderByDescending(place => place.UpdatedAt)
                .FirstOrDefaultAsync(cancel);
        foreach (var channel in lost)
        {
            if ((ofTeams.GetValueOrDefault(channel.TeamId ?? channel.Id) ?? (channel.TeamId is null ? newest : null)) is { } place)
                Reach(channel, place, at);
        }

        return lost.Count(channel => channel.ServiceUrl.Length == 0);
    }

    internal IQueryable<Channel> OfTeam(string team) => db.Channels.Where(channel => channel.TeamId == team || channel.Id == team);

    private static void Reach(Channel channel, Conversation place, DateTimeOffset at)
    {
        channel.ServiceUrl = place.ServiceUrl;
        channel.BotId = place.BotId;
        channel.Tenant = place.TenantId ?? channel.Tenant;
        if (place.TeamId is { } team && (channel.TeamId == team || channel.Id == team))
            (channel.TeamId, channel.TeamName) = (team, place.TeamName ?? channel.TeamName);
        channel.ChangedAt = at;
    }
}
