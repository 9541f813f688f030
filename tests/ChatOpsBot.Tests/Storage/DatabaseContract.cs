using ChatOpsBot.Storage;

namespace ChatOpsBot.Tests.Storage;

/// <summary>Promises that hold whatever database stands behind storage. Each provider runs these same tests.</summary>
public abstract class DatabaseContract(TestDatabase database) : IAsyncDisposable
{
    protected static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero);

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected TestDatabase Database => database;

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A context on this test's own database; each call a new one on the same database.</summary>
    protected Task<BotDb> OpenAsync() => database.OpenAsync();

    /// <summary>One unit of work.</summary>
    protected async Task CommitAsync(Func<BotDb, Task> work)
    {
        await using var db = await OpenAsync();
        await work(db);
        await db.SaveChangesAsync(Cancel);
    }

    protected Task CommitAsync(Action<BotDb> work) => CommitAsync(db =>
    {
        work(db);
        return Task.CompletedTask;
    });

    /// <summary>One unit of work that only looks, or changes at once.</summary>
    protected async Task<T> AskAsync<T>(Func<BotDb, Task<T>> question)
    {
        await using var db = await OpenAsync();
        return await question(db);
    }
}
