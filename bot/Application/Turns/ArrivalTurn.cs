using ChatOpsBot.Application.Channels;
using ChatOpsBot.Application.Settings;
using ChatOpsBot.Connector;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Conversations;
using ChatOpsBot.Storage.Inbox;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Turns;

/// <summary>A turn that keeps account of the places the bot is in, and welcomes each of them once.</summary>
public sealed class ArrivalTurn(
    IDbContextFactory<BotDb> databases,
    TurnMaker turns,
    Dispatcher dispatcher,
    ReplyWriter replies,
    ChannelNaming names,
    IOptions<ConnectorOptions> teams,
    TimeProvider time,
    ILogger<ArrivalTurn> log)
{
    /// <summary>Why a channel is closed whose team the app was removed from.</summary>
    internal const string AppIsRemoved = "appRemoved";

    public async Task WorkAsync(InstallationChange change, TurnContext context, CancellationToken cancel)
    {
        // The words are made before anything is saved, so that a fault in them leaves the welcome open for the next event.
        var welcome = change == InstallationChange.Added ? Welcome(context) : [];
        var isWelcome = await SaveAsync(change, context, cancel);
        // Channels that follow by settings may be within reach now.
        if (context.Teams?.TeamId is not null)
            names.Signal.Set();
        if (isWelcome)
            await replies.WriteAsync(TurnAnswer.Of(welcome), context, cancel);
    }

    /// <returns>True when the place is to be welcomed.</returns>
    private async Task<bool> SaveAsync(InstallationChange change, TurnContext context, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var inbox = new SeenActivityStore(db);
        var key = context.ActivityKey;
        if (key is not null && await inbox.FindAsync(key, cancel) is not null)
            return false;

        var first = await ChangeAsync(db, change, context, cancel);
        if (key is not null)
            inbox.Mark(key, reply: null, time.GetUtcNow());

        return await SaveAsync(db, cancel) && first;
    }

    private async Task<bool> ChangeAsync(BotDb db, InstallationChange change, TurnContext context, CancellationToken cancel)
    {
        var (seen, now) = (Seen(context), time.GetUtcNow());
        await MoveChannelsAsync(db, change, seen, now, cancel);
        var places = new ConversationStore(db);
        if (change != InstallationChange.Removed)
            return await places.ArriveAsync(seen, welcome: change == InstallationChange.Added, now, cancel);

        await places.LeaveAsync(seen.Id, now, cancel);
        return false;
    }

    // Without the app nothing can be sent to the channels of a team; with it they are open again.
    private async Task MoveChannelsAsync(
        BotDb db, InstallationChange change, Conversation place, DateTimeOffset now, CancellationToken cancel)
    {
        var gate = new ChannelGate(db);
        if (change != InstallationChange.Removed)
            await new ChannelStore(db).ReachAsync(place, TenantIds.AsTeamsWrites(teams.Value.TenantId), now, cancel);
        if (place.TeamId is { } team)
            await (
                change == InstallationChange.Removed
                    ? gate.PauseTeamAsync(team, AppIsRemoved, now, cancel)
                    : gate.OpenTeamAsync(team, now, cancel));
    }

    // Two events tell of one addition, and several instances may hear of it: whoever is second leaves it to the first.
    private async Task<bool> SaveAsync(BotDb db, CancellationToken cancel)
    {
        var isSaved = await db.TrySaveChangesAsync(cancel);
        if (!isSaved)
            log.AnotherWasFirst();
        return isSaved;
    }

    private TurnResult Welcome(TurnContext context) => dispatcher.Answer(turns.Make(context, before: null));

    private static Conversation Seen(TurnContext context)
    {
        var (reference, teams) = (context.ReplyTo, context.Teams);
        return new Conversation
        {
            Id = teams?.TeamId ?? reference.RootId,
            ConversationId = teams?.TeamId ?? reference.RootId,
            Kind = KindName(context.Where.Kind),
            ServiceUrl = reference.ServiceUrl,
            BotId = reference.Bot?.Id ?? "",
            TenantId = context.TenantId,
            TeamId = teams?.TeamId,
            TeamName = teams?.TeamName,
            ChannelId = teams?.ChannelId,
            ChannelName = teams?.ChannelName,
            InstalledById = context.Who.Id.Length > 0 ? context.Who.Id : null,
            InstalledByName = context.Who.Name.Length > 0 ? context.Who.Name : null,
        };
    }

    // As Teams calls it.
    private static string KindName(PlaceKind kind) => kind switch
    {
        PlaceKind.Channel => "channel",
        PlaceKind.GroupChat => "groupChat",
        _ => "personal",
    };
}
