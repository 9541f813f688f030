using ChatOpsBot.Connector;

namespace ChatOpsBot.Application;

/// <summary>
/// Work in the background that is done at once, and again after the pause it asks for or as soon as it is signalled, until it is
/// stopped. A failure is reported and never ends it, whatever it is: a database that is away for the moment, or a row that cannot be read.
/// </summary>
internal sealed class RepeatedWork(TimeProvider time)
{
    /// <summary>The pause after a failure, and after work that asks for none.</summary>
    public required TimeSpan Pause { get; init; }

    /// <summary>Logs a failure.</summary>
    public required Action<Exception> Failed { get; init; }

    /// <summary>Ends a pause early; null for work that only the clock starts.</summary>
    public Signal? Signal { get; init; }

    /// <summary>Does the same work each time after the same pause.</summary>
    public Task RunAsync(Func<CancellationToken, Task> work, CancellationToken stop) =>
        RunAsync(
            async cancel =>
            {
                await work(cancel);
                return Pause;
            },
            stop);

    /// <param name="work">Returns how long until the next time.</param>
    public async Task RunAsync(Func<CancellationToken, Task<TimeSpan>> work, CancellationToken stop)
    {
        using var nobody = Signal is null ? new Signal() : null;
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var pause = await TryAsync(work, stop);
                if (pause > TimeSpan.Zero)
                    await (Signal ?? nobody!).WaitAsync(pause, time, stop);
            }
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // Stopped in the middle: the next start does it.
        }
    }

    private async Task<TimeSpan> TryAsync(Func<CancellationToken, Task<TimeSpan>> work, CancellationToken stop)
    {
        try
        {
            return await work(stop);
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            Failed(new BareException(fault));
            return Pause;
        }
    }
}
