using System.Threading.Channels;
using ChatOpsBot.Application;
using ChatOpsBot.Connector;
using ChatOpsBot.Storage;

namespace ChatOpsBot.Host.Wall;

/// <summary>Looks at the database for everybody who watches, once a second, and only while somebody does.</summary>
internal sealed class WallWatch(WallReader reader, TimeProvider time, ILogger<WallWatch> log) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    /// <summary>Of its time a busy database gives at most a fifth to those who watch.</summary>
    private const int Share = 5;

    private readonly Lock _door = new();
    private readonly HashSet<Channel<WallView>> _watchers = [];
    private CancellationTokenSource? _looking;
    private WallView? _view;
    private DateTimeOffset _seenAt = DateTimeOffset.MinValue;

    /// <summary>What was seen last is what there is.</summary>
    public bool IsFresh => time.GetUtcNow() - _seenAt < Fresh;

    public WallWatcher Enter()
    {
        lock (_door)
        {
            // Whoever is slow gets the newest, and none of those before.
            var views = Channel.CreateBounded<WallView>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
            _watchers.Add(views);
            if (_view is not null)
                views.Writer.TryWrite(_view);
            if (_looking is null)
            {
                _looking = new CancellationTokenSource();
                _ = LookAsync(_looking.Token);
            }

            return new(views.Reader, time, () => Leave(views));
        }
    }

    public void Dispose() => _looking?.Dispose();

    private void Leave(Channel<WallView> views)
    {
        lock (_door)
        {
            if (!_watchers.Remove(views) || _watchers.Count > 0)
                return;

            _looking?.Cancel();
            _looking?.Dispose();
            (_looking, _view) = (null, null);
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Pause, time);
        var next = time.GetUtcNow();
        try
        {
            do
            {
                if (time.GetUtcNow() < next)
                    continue;

                var begun = time.GetTimestamp();
                await LookOnceAsync(cancel);
                next = time.GetUtcNow() + ((Share - 1) * time.GetElapsedTime(begun));
            }
            while (await timer.WaitForNextTickAsync(cancel));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Nobody watches any more.
        }
    }

    private async Task LookOnceAsync(CancellationToken cancel)
    {
        try
        {
            Tell(await reader.ReadAsync(cancel), cancel);
        }
        // Without a fresh look no sign of life is sent, and the page says that it may be old.
        catch (Exception fault)
            when ((fault.IsOfDatabase() || fault is TimeoutException) && !cancel.IsCancellationRequested)
        {
            log.EventsNotSeen(new BareException(fault));
        }
    }

    private void Tell(WallView view, CancellationToken cancel)
    {
        lock (_door)
        {
            if (cancel.IsCancellationRequested)
                return;

            var isNew = view.Mark != _view?.Mark;
            (_seenAt, _view) = (time.GetUtcNow(), isNew ? view : _view);
            if (isNew)
                foreach (var watcher in _watchers)
                    watcher.Writer.TryWrite(view);
        }
    }
}

/// <summary>One who watches, until it is disposed.</summary>
internal sealed class WallWatcher(ChannelReader<WallView> views, TimeProvider time, Action leave) : IDisposable
{
    /// <returns>What is to be seen now; null when that is still the same after a while, or it is over.</returns>
    public async Task<WallView?> NextAsync(TimeSpan most, CancellationToken cancel)
    {
        using var pause = new CancellationTokenSource(most, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, cancel);
        try
        {
            return await views.ReadAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public void Dispose() => leave();
}
