namespace ChatOpsBot.Application;

/// <summary>Tells work in the background that there may be something to do. Set often before it is waited for, it counts once.</summary>
public sealed class Signal : IDisposable
{
    private readonly SemaphoreSlim _set = new(0, 1);
    private readonly Lock _lock = new();

    public void Set()
    {
        lock (_lock)
        {
            if (_set.CurrentCount == 0)
                _set.Release();
        }
    }

    /// <summary>Ends when it is set, or after a while.</summary>
    public async Task WaitAsync(TimeSpan most, TimeProvider time, CancellationToken cancel)
    {
        using var pause = new CancellationTokenSource(most, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, cancel);
        try
        {
            await _set.WaitAsync(end.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The while is over.
        }
    }

    public void Dispose() => _set.Dispose();
}
