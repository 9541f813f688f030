using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace ChatOpsBot.Host.Wall;

/// <summary>
/// What an open page hears: <c>version</c> of its own parts when it begins, <c>wall</c> with the new HTML on every change, and
/// <c>beat</c> with the time (Unix milliseconds) as a sign of life. It ends with the browser's leave to look, and with the bot.
/// </summary>
internal sealed class WallStream(WallDrawing drawing, WallWatch watch, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(10);

    public async IAsyncEnumerable<SseItem<string>> FollowAsync(
        WallWatcher watcher, Onlooker onlooker, string language, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, lifetime.ApplicationStopping);
        string? shown = null;
        yield return new(WallAssets.Version, "version");
        while (!end.IsCancellationRequested && time.GetUtcNow() < onlooker.Until)
        {
            var view = await watcher.NextAsync(HeartbeatInterval, end.Token);
            if (end.IsCancellationRequested)
                yield break;
            if (watch.IsFresh)
                yield return new(time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), "beat");
            if (view is not null && await drawing.DrawAsync(view, onlooker.Tenant, language) is var drawn && drawn != shown)
                yield return new(shown = drawn, "wall");
        }
    }
}
