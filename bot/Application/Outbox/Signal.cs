namespace ChatOpsBot.Application.Outbox;

/// <summary>Tells the outbox that there may be something to do. Rung often before it is heard, it is heard once.</summary>
public sealed class Signal : IDisposable
{
    private readonly SemaphoreSlim _bell = new(0, 1);
    private readonly Lock _door = new();

    public void Set()
    {
        lock (_door)
        {
            if (_bell.CurrentCount == 0)
                _bell.Release();
        }
    }

    /// <summary>Ends when it is rung, or after a while.</summary>
    public async Task WaitAsync(TimeSpan most, TimeProvider time, CancellationToken cancel)
    {
        using var pause = new CancellationTokenSource(most, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, cancel);
        try
        {
            await _bell.WaitAsync(end.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The while is over.
        }
    }

    public void Dispose() => _bell.Dispose();
}
