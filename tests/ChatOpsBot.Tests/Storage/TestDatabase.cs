using ChatOpsBot.Storage;

namespace ChatOpsBot.Tests.Storage;

/// <summary>A database of one test's own, thrown away with it.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    private readonly SemaphoreSlim _preparing = new(1);
    private bool _prepared;

    /// <summary>A context on it, with this version's tables; each call a new one on the same database.</summary>
    public async Task<BotDb> OpenAsync()
    {
        var db = Open();
        await _preparing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!_prepared)
                await db.PrepareAsync(TestContext.Current.CancellationToken);
            _prepared = true;
        }
        finally
        {
            _preparing.Release();
        }

        return db;
    }

    /// <summary>A context on it as it is: at first there is no table, and no database.</summary>
    public abstract BotDb Open();

    /// <summary>A time as its columns hold it, for statements that stand for an older version of the bot.</summary>
    public abstract object Instant(DateTimeOffset instant);

    public virtual ValueTask DisposeAsync()
    {
        _preparing.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
