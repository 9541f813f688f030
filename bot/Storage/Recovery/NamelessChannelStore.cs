using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>
/// Channels that follow and can be written to, whose name or whose team's name is still to be learned. What is learned is kept at once, and
/// only where no name stands: one that an event told meanwhile is newer.
/// </summary>
public sealed class NamelessChannelStore(BotDb db)
{
    private IQueryable<Channel> Nameless => db.Channels.AsNoTracking().Where(channel =>
        channel.Status == ChannelStatus.Open && channel.ServiceUrl != "" && channel.TeamId != null
        && (channel.Name == null || channel.TeamName == null)
        && db.Subscriptions.Any(row => row.ChannelId == channel.Id));

    /// <summary>All of them, one after the other: there may be more than belong into memory.</summary>
    public IAsyncEnumerable<NamelessChannel> AllAsync() =>
        Nameless.Select(channel => new NamelessChannel(channel.TeamId!, channel.Id)).AsAsyncEnumerable();

    public async Task<IReadOnlyList<Channel>> OfTeamAsync(string team, CancellationToken cancel) =>
        await Nameless.Where(channel => channel.TeamId == team).OrderBy(channel => channel.Id).ToListAsync(cancel);

    public Task NameAsync(string channel, string name, DateTimeOffset at, CancellationToken cancel) => db.Channels
        .Where(known => known.Id == channel && known.Name == null)
        .ExecuteUpdateAsync(set => set.SetProperty(known => known.Name, name).SetProperty(known => known.ChangedAt, at), cancel);

    /// <summary>A team is called so: its channels are shown with it, and so is the place that it is.</summary>
    public async Task NameTeamAsync(string team, string name, DateTimeOffset at, CancellationToken cancel)
    {
        await new ChannelStore(db)
            .OfTeam(team)
            .Where(channel => channel.TeamName == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(channel => channel.TeamName, name).SetProperty(channel => channel.ChangedAt, at), cancel);
        await db
            .Conversations.Where(place => place.Id == team && place.TeamName == null)
            .ExecuteUpdateAsync(set => set.SetProperty(place => place.TeamName, name).SetProperty(place => place.UpdatedAt, at), cancel);
    }
}

/// <summary>A channel by its team's id and its own.</summary>
public sealed record NamelessChannel(string TeamId, string Id);
