using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Support;

/// <summary>Lets fake time pass while something waits for it.</summary>
internal static class FakeClock
{
    /// <summary>Advances in small steps until the task is done, at most 6000 of them.</summary>
    /// <param name="stepMilliseconds">Fake time of one step: small where real sockets must answer in between.</param>
    public static async Task<T> RunUntilDone<T>(this FakeTimeProvider clock, Task<T> task, int stepMilliseconds = 100)
    {
        for (var step = 0; step < 6000 && !task.IsCompleted; step++)
        {
            // A moment of real time, so that real sockets can answer before the fake clock runs out on them.
            await Task.WhenAny(task, Task.Delay(1));
            clock.Advance(TimeSpan.FromMilliseconds(stepMilliseconds));
        }

        Assert.True(task.IsCompleted, "It did not end in fake time.");
        return await task;
    }
}
