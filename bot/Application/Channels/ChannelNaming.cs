using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Channels;

/// <summary>
/// Asks Teams what channels that follow, and their teams, are called: what people say in a channel comes with its id alone. Kept going by
/// <see cref="ChannelNamingLoop"/>, one look after the other.
/// </summary>
public sealed class ChannelNaming(IDbContextFactory<BotDb> databases, ConnectorClient teams, TimeProvider time, ILogger<ChannelNaming> log)
    : IDisposable
{
    /// <summary>How long nothing is asked again that had no answer: a name is a comfort, and Teams counts every call.</summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromHours(1);

    // Without a channel: nothing of the team is asked. With one: Teams listed the team, and not this channel, as with private ones.
    private readonly Dictionary<(string Team, string? Channel), DateTimeOffset> _resting = [];

    /// <summary>Rung when a channel begins to follow, or to be within reach. What nobody rings for is found within the hour.</summary>
    public Signal Signal { get; } = new();

    /// <returns>The teams that are to be asked now.</returns>
    public async Task<IReadOnlyCollection<string>> WantedAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        foreach (var (rested, _) in _resting.Where(it => it.Value <= now).ToList())
            _resting.Remove(rested);

        await using var db = await databases.CreateDbContextAsync(cancel);
        var wanted = new HashSet<string>();
        await foreach (var (team, channel) in new NamelessChannelStore(db).AllAsync().WithCancellation(cancel))
        {
            if (!_resting.ContainsKey((team, null)) && !_resting.ContainsKey((team, channel)))
                wanted.Add(team);
        }

        return wanted;
    }

    /// <summary>Asks for the names of a team that are not known, and keeps them.</summary>
    public async Task AskAsync(string team, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var channels = new NamelessChannelStore(db);
        var nameless = await channels.OfTeamAsync(team, cancel);
        if (nameless.Count == 0)
            return;

        if ((await AskTeamAsync(channels, nameless, cancel) ?? await AskChannelsAsync(channels, nameless, cancel)) is { } why)
        {
            Rest(team, null);
            log.NamesNotRead(team, why, AskAgainAfter);
        }

        // One that has its name by now is not looked for any more, at rest or not.
        foreach (var channel in nameless)
            Rest(team, channel.Id);
    }

    public void Dispose() => Signal.Dispose();

    /// <returns>Why Teams did not answer; null where all is well.</returns>
    private async Task<SendOutcome?> AskTeamAsync(NamelessChannelStore channels, IReadOnlyList<Channel> nameless, CancellationToken cancel)
    {
        if (nameless.All(channel => channel.TeamName is not null))
            return null;

        var near = Near(nameless[0]);
        var outcome = await teams.TeamAsync(near, near.ConversationId, cancel);
        if (outcome is TeamOutcome.Read { Name: { } name })
            await channels.NameTeamAsync(near.ConversationId, name, time.GetUtcNow(), cancel);
        return (outcome as TeamOutcome.Failed)?.Why;
    }

    private async Task<SendOutcome?> AskChannelsAsync(
        NamelessChannelStore channels, IReadOnlyList<Channel> nameless, CancellationToken cancel)
    {
        var asked = nameless.Where(channel => channel.Name is null).ToList();
        if (asked.Count == 0)
            return null;

        var near = Near(asked[0]);
        var outcome = await teams.ChannelsAsync(near, near.ConversationId, cancel);
        if (outcome is not ChannelsOutcome.Read { Channels: var listed })
            return (outcome as ChannelsOutcome.Failed)?.Why;

        var names = listed.ToLookup(channel => channel.Id, channel => channel.Name);
        foreach (var channel in asked.Where(channel => names.Contains(channel.Id)))
        {
            if ((names[channel.Id].First() ?? (channel.Id == channel.TeamId ? Channel.General : null)) is { } name)
                await channels.NameAsync(channel.Id, name, time.GetUtcNow(), cancel);
        }

        log.NamesRead(near.ConversationId, listed.Count, asked.Count);
        return null;
    }

    private void Rest(string team, string? channel) => _resting[(team, channel)] = time.GetUtcNow() + AskAgainAfter;

    private static ConversationReference Near(Channel channel) => new()
    {
        ServiceUrl = channel.ServiceUrl,
        ConversationId = channel.TeamId!,
        Bot = channel.BotId.Length > 0 ? new(channel.BotId, null) : null,
        TenantId = channel.Tenant,
    };
}
