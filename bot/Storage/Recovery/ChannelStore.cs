using ChatOpsBot.Storage.Conversations;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>The channels of one unit of work: changes are saved by the caller, together with what else the turn changes.</summary>
public sealed class ChannelStore(BotDb db)
{
    /// <summary>Notes a channel as an activity shows it. An event names only what it knows: what was learned earlier is not lost by a later one without it.</summary>
    /// <returns>The row as it will be kept. Whether the channel can be written to is left as it is.</returns>
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
    /// The bot is in this place. Channels of its team are reached by the same way, and so are those whose way nobody knew: one bot has the
    /// same address in all its places as long as nothing better is known.
    /// </summary>
    public async Task ReachAsync(Conversation place, DateTimeOffset at, CancellationToken cancel)
    {
        if (place.ServiceUrl.Length == 0)
            return;

        var team = place.TeamId;
        var reached = await db.Channels.Where(channel => channel.ServiceUrl == "" || (team != null && (channel.TeamId == team || channel.Id == team))).ToListAsync(cancel);
        foreach (var channel in reached)
            Reach(channel, place, at);
    }

    /// <summary>Fills in the way to every channel that has none, from the places the bot is in: that of its own team, otherwise the newest.</summary>
    /// <returns>How many are still out of reach, as the bot is nowhere.</returns>
    public async Task<int> ReachAllAsync(DateTimeOffset at, CancellationToken cancel)
    {
        var lost = await db.Channels.Where(channel => channel.ServiceUrl == "").ToListAsync(cancel);
        if (lost.Count == 0)
            return 0;

        var teams = lost.SelectMany(channel => new[] { channel.TeamId, channel.Id }).OfType<string>().Distinct().ToList();
        var places = db.Conversations.Where(place => place.RemovedAt == null && place.ServiceUrl != "");
        var own = await places.Where(place => teams.Contains(place.Id)).ToDictionaryAsync(place => place.Id, cancel);
        var newest = await places.OrderByDescending(place => place.UpdatedAt).FirstOrDefaultAsync(cancel);
        foreach (var channel in lost)
        {
            if ((own.GetValueOrDefault(channel.TeamId ?? channel.Id) ?? newest) is { } place)
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
