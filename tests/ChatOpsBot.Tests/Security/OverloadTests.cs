using System.Diagnostics;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Security;

/// <summary>When more comes than can be worked, the rest hears so soon, and the bot is back when the load is gone.</summary>
public sealed class OverloadTests : IAsyncLifetime
{
    private const int Places = 4;

    private RunningBot _bot = null!;
    private TimeSpan _plain;

    /// <summary>Three seconds, and what this machine takes for a few turns now.</summary>
    private TimeSpan Soon => TimeSpan.FromSeconds(3) + (5 * _plain);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bot = await RunningBot.StartAsync(("Turns:AtOnce", $"{Places}"), ("Turns:Limit", "00:00:14"));
        _bot.WorksByItself = true;
        // How soon is soon: that is on the clock of the wall.
        _bot.Change = services => services.AddSingleton(TimeProvider.System);
        await _bot.RestartAsync();
        await _bot.Colleague("eva").SaysAsync("who applies PTFs?");
        _plain = await TookAsync(() => _bot.Colleague("eva").SaysAsync("who applies PTFs?"));
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Who_finds_all_places_taken_hears_that_the_bot_is_busy_within_three_seconds()
    {
        var ana = await ReviewingAsync();
        var held = await TakeAllPlacesAsync();

        var max = _bot.Colleague("max");
        Assert.InRange(await TookAsync(() => max.SaysAsync("who applies PTFs?")), TimeSpan.Zero, Soon);
        Assert.Contains("busy", Assert.Single(max.Texts), StringComparison.OrdinalIgnoreCase);
        Assert.InRange(await TookAsync(() => ana.PressesAsync(Filed.Send)), TimeSpan.Zero, Soon);
        Assert.Contains("busy", ana.Notice, StringComparison.OrdinalIgnoreCase);

        // What is worked already ends as if nothing had been, and the refused press is worked when it comes again.
        _bot.Faults.LetGo();
        await Task.WhenAll(held);
        await max.SaysAsync("who applies PTFs?");
        Assert.Contains("PTF", max.Card.Card.InWords(), StringComparison.Ordinal);
        await ana.AgainAsync();
        Assert.Contains("T-000001", ana.Answer.InWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_Teams_hangs_presses_are_refused_within_three_seconds_and_no_line_grows_of_those_to_be_told()
    {
        var ana = await ReviewingAsync();
        _bot.Teams.Always(FakeFault.Hang());
        var before = _bot.Teams.Received.Count;
        var held = Enumerable.Range(0, Places).Select(number => _bot.Colleague($"h{number}").SaysAsync("who applies PTFs?")).ToList();
        for (var look = 0; _bot.Teams.Received.Count < before + Places; look++, await Task.Delay(10, Cancel))
            Assert.InRange(look, 0, 500);

        // None of them can be told by a message; but no line grows of those who are to be.
        var crowd = Enumerable.Range(0, 40).Select(number => TookAsync(() => _bot.Colleague($"c{number}").SaysAsync("hello"))).ToList();
        Assert.InRange(await TookAsync(() => ana.PressesAsync(Filed.Send)), TimeSpan.Zero, Soon);
        Assert.Contains("busy", ana.Notice, StringComparison.OrdinalIgnoreCase);
        Assert.All(await Task.WhenAll(crowd), took => Assert.InRange(took, TimeSpan.Zero, Soon + Soon));

        _bot.Teams.AcceptAgain();
        await Task.WhenAll(held);
        var max = _bot.Colleague("max");
        await max.SaysAsync("who applies PTFs?");
        Assert.Contains("PTF", max.Card.Card.InWords(), StringComparison.Ordinal);
    }

    private async Task<Colleague> ReviewingAsync()
    {
        var ana = _bot.Colleague("ana");
        await ana.SaysAsync(Filed.Sentence);
        await ana.PressesAsync("Review");
        return ana;
    }

    /// <summary>Turns that do not end until the test lets them.</summary>
    private async Task<IReadOnlyList<Task>> TakeAllPlacesAsync()
    {
        List<Task> held = [];
        for (var number = 0; number < Places; number++)
        {
            _bot.Faults.ReleaseNext();
            var person = _bot.Colleague($"h{number}");
            held.Add(Task.Run(() => person.SaysAsync("sleep, please"), Cancel));
            await _bot.Faults.Asleep.WaitAsync(TimeSpan.FromMinutes(1), Cancel);
        }

        return held;
    }

    private static async Task<TimeSpan> TookAsync(Func<Task> call)
    {
        var since = Stopwatch.GetTimestamp();
        await call();
        return Stopwatch.GetElapsedTime(since);
    }
}
