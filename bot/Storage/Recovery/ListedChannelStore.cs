using ChatOpsBot.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>Brings the channels that settings list in step with the settings; saved by the caller.</summary>
public sealed class ListedChannelStore(BotDb db)
{
    /// <summary>
    /// What settings no longer list goes, and what was made in a chat stays: also where settings listed the same in the meantime.
    /// </summary>
    /// <returns>How many follow now, and how many no longer do.</returns>
    public async Task<(int Added, int Ended)> SettleAsync(IReadOnlyList<ListedChannel> listed, DateTimeOffset at, CancellationToken cancel)
    {
        await NoteAsync(listed, at, cancel);
        var wanted = listed
            .SelectMany(channel => channel.Systems, (channel, system) => (ChannelId: channel.Id, System: SubscriptionStore.Named(system)))
            .ToHashSet();
        var ids = listed.Select(channel => channel.Id).ToList();
        var rows = await db.Subscriptions.Where(row => row.IsFromSettings || ids.Contains(row.ChannelId)).ToListAsync(cancel);
        foreach (var row in rows)
            row.IsFromSettings = wanted.Contains((row.ChannelId, row.System));

        var ended = rows.Where(row => !row.IsFromSettings && row.ById is null).ToList();
        db.Subscriptions.RemoveRange(ended);
        var added = wanted.Except(rows.Select(row => (row.ChannelId, row.System))).ToList();
        db.Subscriptions.AddRange(
            added.Select(it => new Subscription
            {
                ChannelId = it.ChannelId,
                System = it.System,
                At = at,
                IsFromSettings = true,
            }));
        Audit("followed-by-settings", added, at);
        Audit("stopped-by-settings", ended.Select(row => (row.ChannelId, row.System)), at);
        return (added.Count, ended.Count);
    }

    private void Audit(string what, IEnumerable<(string ChannelId, string System)> systems, DateTimeOffset at)
    {
        foreach (var channel in systems.GroupBy(it => it.ChannelId, it => it.System))
            db.Audit(new(AuditSubjects.Channel, channel.Key, what, at) { Detail = string.Join(", ", channel) });
    }

    private async Task NoteAsync(IReadOnlyList<ListedChannel> listed, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (var channel in listed)
        {
            if (await db.Channels.FindAsync([channel.Id], cancel) is not { } known)
                known = db.Channels.Add(new Channel { Id = channel.Id, ChangedAt = at }).Entity;
            known.TeamId = channel.TeamId ?? known.TeamId;
            known.Name ??= channel.Name;
        }
    }
}
