using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Tickets;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Desks;

/// <summary>
/// One ticket per request at desks that take the same twice. That a ticket is asked for is written down before it is; whoever comes to it
/// again, after a fault, a kill or on another instance, looks for the ticket first, and asks once more only when it was not found three
/// times within two minutes: what was made a moment ago may not be in the desk's search yet.
/// </summary>
public sealed class OpeningAttempts(IDbContextFactory<BotDb> databases, TimeProvider time)
{
    private const int Looks = 3;

    private static readonly TimeSpan Span = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(40);

    /// <summary>Where and when a request's ticket was asked for; null where it was not.</summary>
    public async Task<OpeningAttempt?> FindAsync(string key, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.OpeningAttempts.AsNoTracking().FirstOrDefaultAsync(attempt => attempt.Key == key, cancel);
    }

    /// <summary>Opens a ticket, unless the desk has it or may have it.</summary>
    /// <param name="find">Looks for it; refused where there is none.</param>
    /// <param name="create">Asks for it, once. "Not now" with a known outcome means that none was made.</param>
    public async Task<DeskAnswer> OpenAsync(
        DeskKind desk,
        string key,
        Func<CancellationToken, Task<DeskAnswer>> find,
        Func<CancellationToken, Task<DeskAnswer>> create,
        CancellationToken cancel)
    {
        var before = await FindAsync(key, cancel);
        if (await find(cancel) is not DeskAnswer.Refused and var found)
            return found;
        if (before is not null && !await HasLookedEnoughAsync(key, cancel))
            return new DeskAnswer.NotNow("Whether the desk made the ticket is not known yet.", Between) { IsOutcomeUnknown = true };

        await NoteAsync(desk, key, cancel);
        var answer = await create(cancel);
        // What made nothing leaves nothing to look for.
        if (answer is DeskAnswer.Refused or DeskAnswer.NotNow { IsOutcomeUnknown: false })
            await ForgetAsync(key, cancel);
        return answer;
    }

    /// <summary>
    /// Hands a request over to a desk that drops what it got before: whoever comes to it again simply sends it once more. That it may have
    /// come there stays written down, until it is known that it did not.
    /// </summary>
    /// <param name="send">"Not now" with a known outcome means that it did not come.</param>
    public async Task<DeskAnswer> SendAsync(
        DeskKind desk, string key, Func<CancellationToken, Task<DeskAnswer>> send, CancellationToken cancel)
    {
        var before = await FindAsync(key, cancel);
        if (before is null)
            await NoteAsync(desk, key, cancel);
        var answer = await send(cancel);
        if (before is null && answer is (DeskAnswer.Refused or DeskAnswer.NotNow { IsOutcomeUnknown: false }))
            await ForgetAsync(key, cancel);
        return answer;
    }

    private async Task<bool> HasLookedEnoughAsync(string key, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.OpeningAttempts.FindAsync([key], cancel) is not { } attempt)
            return true;

        attempt.Looks++;
        await db.SaveChangesAsync(cancel);
        return attempt.Looks >= Looks && time.GetUtcNow() - attempt.At >= Span;
    }

    private async Task NoteAsync(DeskKind desk, string key, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.OpeningAttempts.Where(attempt => attempt.Key == key).ExecuteDeleteAsync(cancel);
        db.OpeningAttempts.Add(new OpeningAttempt { Key = key, Desk = desk, At = time.GetUtcNow() });
        await db.SaveChangesAsync(cancel);
    }

    private async Task ForgetAsync(string key, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.OpeningAttempts.Where(attempt => attempt.Key == key).ExecuteDeleteAsync(cancel);
    }
}
