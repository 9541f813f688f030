using ChatOpsBot.Application.Channels;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Conversations;
using ChatOpsBot.Storage.Inbox;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Turns;

/// <summary>A turn that keeps the channels in step with what happens to them in Teams. Nobody is answered.</summary>
public sealed class ChannelTurn(IDbContextFactory<BotDb> databases, TimeProvider time, ILogger<ChannelTurn> log)
{
    /// <summary>Why a channel is closed whose team was removed from Teams: only then it comes back with its team.</summary>
    private const string TeamIsDeleted = "teamDeleted";

    public async Task WorkAsync(ChannelChange change, IncomingContext context, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var inbox = new SeenActivityStore(db);
        var key = context.ActivityKey;
        if (key is not null && await inbox.FindAsync(key, cancel) is not null)
            return;

        var now = time.GetUtcNow();
        await ChangeAsync(db, change, context, now, cancel);
        if (key is not null)
            inbox.Mark(key, reply: null, now);
        if (await db.TrySaveChangesAsync(cancel))
            log.ChannelChanged(SeenChannel.Of(context).Id, change);
        else
            log.AnotherWasFirst();
    }

    private static Task ChangeAsync(BotDb db, ChannelChange change, IncomingContext context, DateTimeOffset now, CancellationToken cancel)
    {
        var (channels, gate) = (new ChannelStore(db), new ChannelGate(db));
        var (id, team) = (SeenChannel.Of(context).Id, SeenChannel.Of(context).TeamId);
        return change switch
        {
            // Teams tells the name of a channel here alone: a message from it has the id without the name.
            ChannelChange.ChannelCreated or ChannelChange.ChannelRenamed => channels.NoteAsync(SeenChannel.Of(context).Row, now, cancel),
            ChannelChange.ChannelRestored or ChannelChange.ChannelMemberAdded => RestoreAsync(channels, context, now, cancel),
            ChannelChange.ChannelDeleted => gate.LoseAsync(id, "channelDeleted", now, cancel),
            ChannelChange.ChannelMemberRemoved => gate.PauseAsync(id, ArrivalTurn.AppIsRemoved, now, cancel),
            ChannelChange.TeamRenamed => RenameAsync(db, team, context.Teams?.TeamName, now, cancel),
            ChannelChange.TeamArchived => gate.PauseTeamAsync(team, "teamArchived", now, cancel),
            ChannelChange.TeamUnarchived => gate.OpenTeamAsync(team, now, cancel),
            ChannelChange.TeamDeleted => gate.LoseTeamAsync(team, TeamIsDeleted, now, cancel),
            ChannelChange.TeamHardDeleted => gate.LoseTeamAsync(team, "teamHardDeleted", now, cancel),
            ChannelChange.TeamRestored => gate.RestoreTeamAsync(team, TeamIsDeleted, now, cancel),
            _ => throw new InvalidOperationException($"Nothing is known to be done for {change}."),
        };
    }

    private static async Task RestoreAsync(ChannelStore channels, IncomingContext context, DateTimeOffset now, CancellationToken cancel)
    {
        var channel = await channels.NoteAsync(SeenChannel.Of(context).Row, now, cancel);
        (channel.Status, channel.Why) = (ChannelStatus.Open, null);
    }

    private static async Task RenameAsync(BotDb db, string team, string? name, DateTimeOffset now, CancellationToken cancel)
    {
        if (name is null)
            return;

        await new ConversationStore(db).RenameTeamAsync(team, name, now, cancel);
        await new ChannelStore(db).RenameTeamAsync(team, name, now, cancel);
    }
}
