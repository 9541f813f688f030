using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Support;

/// <summary>Lets fake time pass while something waits for it.</summary>
internal static class FakeClock
{
    /// <summary>Advances in steps of 100 ms of fake time until the task is done, at most ten fake minutes.</summary>
    public static async Task<T> RunUntilDone<T>(this FakeTimeProvider clock, Task<T> task)
    {
        for (var step = 0; step < 6000 && !task.IsCompleted; step++)
        {
            // A moment of real time, so that real sockets can answer before the fake clock runs out on them.
            await Task.WhenAny(task, Task.Delay(1));
            clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.True(task.IsCompleted, "It did not end within ten minutes of fake time.");
        return await task;
    }
}
