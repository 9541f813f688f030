using System.Text;
using ChatOpsBot.Tests.Security.Wild;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Security;

/// <summary>A sample of what <c>ChatOpsBot.Faults</c> sends by the million.</summary>
public sealed class WildTurnTests
{
    private const int Sessions = 60;

    [Fact]
    public async Task Fifteen_hundred_wild_activities_make_the_bot_say_or_do_nothing_forbidden()
    {
        var record = new WildRecord();
        await using var host = await WildHost.StartAsync(record, services => services.AddSharedParts());
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Sessions),
            TestContext.Current.CancellationToken,
            async (number, _) => await host.PlayAsync(seed: 1, number));

        Assert.Empty(record.Tally.Failures.Select(failure => $"{failure.Complaint}\nafter {Encoding.UTF8.GetString(failure.Sent[^1])}"));
        Assert.Empty(record.Teams.TakeComplaints());
        Assert.Empty(record.Log.Faults);
        // The generator is worth something only if it gets through every door, and is answered.
        Assert.All([200, 400, 403, 501], status => Assert.True(record.Tally.Statuses.GetValueOrDefault(status) > 0, $"{status}"));
        Assert.InRange(record.Teams.Written, Sessions * 5, int.MaxValue);
    }
}
