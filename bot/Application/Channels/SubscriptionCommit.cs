using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Channels;

/// <summary>Keeps what a turn changes of what its channel follows, in the turn's own commit.</summary>
public sealed class SubscriptionCommit(ChannelNaming names, ILogger<SubscriptionCommit> log)
{
    /// <summary>Saved by the caller.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else ended it first: the answer, which says that this person did, is not
    /// true.</exception>
    public static async Task AddAsync(BotDb db, Change change, IncomingActivity activity, DateTimeOffset now, CancellationToken cancel)
    {
        var subscriptions = new SubscriptionStore(db);
        if (change is Change.Follow follow)
        {
            await NoteAsync(db, activity, now, cancel);
            await subscriptions.FollowAsync(SeenChannel.IdOf(activity), follow.Systems, TurnInputReader.Who(activity), now, cancel);
        }
        else if (change is Change.StopFollowing stop)
        {
            var ended = await subscriptions.StopAsync(SeenChannel.IdOf(activity), stop.Systems, cancel);
            if (ended.Count < stop.Systems.Count)
                throw new DbUpdateConcurrencyException($"{stop.Systems.Count - ended.Count} systems are not followed any more.");
        }
    }

    /// <summary>
    /// Tells the log, and who asks for names, once it is kept. Who made a channel follow stays in its row; who ended it stands here
    /// alone.
    /// </summary>
    public void Tell(IReadOnlyList<Change> changes, IncomingActivity activity)
    {
        foreach (var change in changes)
        {
            if (change is Change.Follow follow)
            {
                log.ChannelFollows(SeenChannel.IdOf(activity), string.Join(", ", follow.Systems), TurnInputReader.Who(activity).Id);
                names.Signal.Set();
            }
            else if (change is Change.StopFollowing stop)
                log.ChannelStopped(SeenChannel.IdOf(activity), string.Join(", ", stop.Systems), TurnInputReader.Who(activity).Id);
        }
    }

    // Somebody speaks to the bot there: whatever was in the way is over.
    private static async Task NoteAsync(BotDb db, IncomingActivity activity, DateTimeOffset now, CancellationToken cancel)
    {
        var channel = await new ChannelStore(db).NoteAsync(SeenChannel.Of(activity), now, cancel);
        (channel.Status, channel.Why) = (ChannelStatus.Open, null);
        channel.TeamName ??= (await db.Conversations.FindAsync([SeenChannel.TeamOf(activity)], cancel))?.TeamName;
    }
}
