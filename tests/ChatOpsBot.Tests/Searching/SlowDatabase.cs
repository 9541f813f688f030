using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ChatOpsBot.Tests.Searching;

/// <summary>A database whose reads do not come back until they are let go, however they are cancelled, as a provider may do.</summary>
internal sealed class SlowDatabase : DbCommandInterceptor, IDisposable
{
    private readonly ManualResetEventSlim _gate = new(initialState: true);
    private readonly SemaphoreSlim _waiting = new(0);
    private int _reads;

    /// <summary>How many reads have begun.</summary>
    public int Reads => Volatile.Read(ref _reads);

    public void Hold() => _gate.Reset();

    public void LetGo() => _gate.Set();

    /// <summary>Ends when one more read waits.</summary>
    public Task OneMoreAsync() => _waiting.WaitAsync(TestContext.Current.CancellationToken);

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _reads);
        if (!_gate.IsSet)
        {
            _waiting.Release();
            await Task.Run(_gate.Wait, CancellationToken.None);
        }

        return result;
    }

    public void Dispose()
    {
        _gate.Set();
        _gate.Dispose();
        _waiting.Dispose();
    }
}
