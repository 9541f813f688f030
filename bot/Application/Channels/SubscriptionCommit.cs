using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Channels;

/// <summary>Saves what a turn changes of what its channel follows, in the turn's own commit.</summary>
public sealed class SubscriptionCommit(ChannelNaming names, ILogger<SubscriptionCommit> log)
{
    /// <summary>Saved by the caller.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else ended it first: the answer, which says that this person did, is not
    /// true.</exception>
    public static async Task AddAsync(BotDb db, Change change, TurnContext context, DateTimeOffset now, CancellationToken cancel)
    {
        var subscriptions = new SubscriptionStore(db);
        if (change is Change.Follow follow)
        {
            await NoteAsync(db, context, now, cancel);
            await subscriptions.FollowAsync(SeenChannel.Of(context).Id, follow.Systems, context.Who, now, cancel);
        }
        else if (change is Change.StopFollowing stop)
        {
            var ended = await subscriptions.StopAsync(SeenChannel.Of(context).Id, stop.Systems, context.Who, now, cancel);
            if (ended.Count < stop.Systems.Count)
                throw new DbUpdateConcurrencyException($"{stop.Systems.Count - ended.Count} systems are not followed any more.");
        }
    }

    /// <summary>
    /// Tells the log, and who asks for names, once it is saved. Who made a channel follow stays in its row; who ended it stands here
    /// alone.
    /// </summary>
    public void Tell(IReadOnlyList<Change> changes, TurnContext context)
    {
        foreach (var change in changes)
        {
            if (change is Change.Follow follow)
            {
                log.ChannelFollows(SeenChannel.Of(context).Id, string.Join(", ", follow.Systems), context.Who.Id);
                names.Signal.Set();
            }
            else if (change is Change.StopFollowing stop)
                log.ChannelStopped(SeenChannel.Of(context).Id, string.Join(", ", stop.Systems), context.Who.Id);
        }
    }

    // Somebody speaks to the bot there: whatever was in the way is over.
    private static async Task NoteAsync(BotDb db, TurnContext context, DateTimeOffset now, CancellationToken cancel)
    {
        var channel = await new ChannelStore(db).NoteAsync(SeenChannel.Of(context).Row, now, cancel);
        (channel.Status, channel.Why) = (ChannelStatus.Open, null);
        channel.TeamName ??= (await db.Conversations.FindAsync([SeenChannel.Of(context).TeamId], cancel))?.TeamName;
    }
}
