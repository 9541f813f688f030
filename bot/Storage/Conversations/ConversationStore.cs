namespace ChatOpsBot.Storage.Conversations;

/// <summary>The places of one unit of work: changes are saved by the caller, together with what else the turn changes.</summary>
public sealed class ConversationStore(BotDb db)
{
    /// <summary>Notes that the bot is in this place.</summary>
    /// <param name="welcome">The event is one that is greeted; an upgrade is not.</param>
    /// <returns>True when the place is to be welcomed: it has never been before.</returns>
    public async Task<bool> ArriveAsync(Conversation seen, bool welcome, DateTimeOffset now, CancellationToken cancel)
    {
        var known = await db.Conversations.FindAsync([seen.Id], cancel);
        if (known is null)
            db.Conversations.Add(known = seen);
        else
            Refresh(known, seen);

        known.RemovedAt = null;
        known.UpdatedAt = now;
        if (!welcome || known.WelcomedAt is not null)
            return false;

        known.WelcomedAt = now;
        return true;
    }

    /// <summary>Notes that the bot was removed from a place; nothing is sent there until it is added again.</summary>
    public async Task LeaveAsync(string id, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Conversations.FindAsync([id], cancel) is not { } known)
            return;

        known.RemovedAt = now;
        known.UpdatedAt = now;
    }

    /// <summary>A team has another name now.</summary>
    public async Task RenameTeamAsync(string team, string name, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Conversations.FindAsync([team], cancel) is { } known)
            (known.TeamName, known.UpdatedAt) = (name, now);
    }

    // An event names only what it knows: a name learned earlier is not lost by a later event without it.
    private static void Refresh(Conversation known, Conversation seen)
    {
        known.ConversationId = seen.ConversationId;
        known.Kind = seen.Kind;
        known.ServiceUrl = seen.ServiceUrl;
        known.BotId = seen.BotId;
        known.TenantId = seen.TenantId ?? known.TenantId;
        known.TeamId = seen.TeamId ?? known.TeamId;
        known.TeamName = seen.TeamName ?? known.TeamName;
        known.ChannelId = seen.ChannelId ?? known.ChannelId;
        known.ChannelName = seen.ChannelName ?? known.ChannelName;
        known.InstalledById = seen.InstalledById ?? known.InstalledById;
        known.InstalledByName = seen.InstalledByName ?? known.InstalledByName;
    }
}
