using ChatOpsBot.Domain;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Inbox;

/// <summary>The answered activities of one unit of work.</summary>
public sealed class SeenActivityStore(BotDb db)
{
    public async Task<SeenActivity?> FindAsync(string key, CancellationToken cancel) =>
        await db.SeenActivities.AsNoTracking().FirstOrDefaultAsync(activity => activity.Key == key, cancel);

    /// <summary>Saved by the caller together with what the turn changed; a second writer of the same key loses the race.</summary>
    public void Mark(string key, string? reply, DateTimeOffset now, Subject? subject = null) =>
        db.SeenActivities.Add(
            new SeenActivity
            {
                Key = key,
                At = now,
                Reply = reply,
                SubjectId = subject?.Id,
                SubjectKind = subject?.Kind,
            });
}
