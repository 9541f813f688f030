using ChatOpsBot.Domain;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Inbox;

/// <summary>The answered activities of one unit of work.</summary>
public sealed class SeenActivityStore(BotDb db)
{
    private static readonly CompiledQuery<Func<BotDb, string?, string?, IAsyncEnumerable<SeenActivity>>> Marks = new(() =>
        EF.CompileAsyncQuery((BotDb db, string? key, string? press) =>
            db.SeenActivities.AsNoTracking().Where(mark => mark.Key == key || mark.Key == press)));

    /// <summary>The marks of an activity and of the press that it may be.</summary>
    public ValueTask<List<SeenActivity>> FindAsync(string? key, string? press, CancellationToken cancel) =>
        Marks.For(db)(db, key, press).ToListAsync(cancel);

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
