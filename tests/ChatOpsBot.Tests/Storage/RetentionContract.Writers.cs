using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Storage;

/// <summary>Retention beside other writers.</summary>
public abstract partial class RetentionContract
{
    [Fact]
    public async Task Another_writer_is_not_held_up_while_many_rows_go()
    {
        await CommitAsync(db =>
            db.SeenActivities.AddRange(
                Enumerable
                    .Range(0, 5000)
                    .Select(number => new ChatOpsBot.Storage.Inbox.SeenActivity { Key = $"{number:D6}", At = Monday.AddDays(-30) })));
        var round = Task.Run(() => Round().TakeAsync(Cancel));
        var slowest = TimeSpan.Zero;
        for (var number = 0; !round.IsCompleted || number < 5; number++)
        {
            var start = TimeProvider.System.GetTimestamp();
            await CommitAsync(db => db.SeenActivities.Add(new() { Key = $"new {number}", At = Monday }));
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, TimeProvider.System.GetElapsedTime(start).Ticks));
        }

        Assert.True(await round);
        Assert.Equal(0, await AskAsync(db => db.SeenActivities.CountAsync(row => row.At < Monday, Cancel)));
        Assert.InRange(slowest, TimeSpan.Zero, TimeSpan.FromSeconds(4));
    }
}
