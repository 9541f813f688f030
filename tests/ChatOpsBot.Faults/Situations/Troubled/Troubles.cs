using ChatOpsBot.Sandbox;
using ChatOpsBot.Storage;
using ChatOpsBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Faults.Situations.Troubled;

/// <summary>Teams, the desk, the disk and the clock go wrong, for an hour where that matters.</summary>
internal static class Troubles
{
    private const string SignInPage = "<html><body>Sign in to the network</body></html>";

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    private static readonly (string Name, string Trouble)[] OfDatabase =
        [("The disk is full", FaultyConnections.Full), ("The database cannot be written", FaultyConnections.ReadOnly)];

    private static readonly (string Name, Func<FakeFault> Fault)[] OfTeams =
    [
        ("Teams answers 503 for an hour", () => FakeFault.Refuse(503)),
        ("Teams answers 429 for an hour", () => FakeFault.Throttle("60")),
        ("Teams answers 200 with a page of HTML for an hour", () => FakeFault.AnswerPage(SignInPage)),
        ("Teams answers 302 for an hour", () => FakeFault.Redirect(302, "https://login.example/")),
        ("Teams does not answer for an hour", FakeFault.Hang),
        ("Teams takes it and breaks the line for an hour", FakeFault.DropAfterAccepting),
    ];

    public static async IAsyncEnumerable<Figures> PlayAsync()
    {
        foreach (var (name, fault) in OfDatabase)
            yield return await WithDatabaseAsync(name, fault);
        foreach (var (name, fault) in OfTeams)
        {
            yield return await PlayAsync(
                new(name, bot => bot.Teams.Always(fault()), bot => bot.Teams.AcceptAgain(), AnHourAsync) { HasNews = true });
        }

        yield return await PlayAsync(
            new("The desk is down for an hour", bot => bot.Desk.IsDown = true, bot => bot.Desk.IsDown = false, AnHourAsync));
        foreach (var hours in new[] { -24, -1, 1, 24 })
            yield return await PlayAsync(new(
                $"The clock jumps by {hours} hours", bot => bot.Clock.AdjustTime(bot.Clock.GetUtcNow().AddHours(hours)), _ => { }, NothingAsync));
    }

    private static async Task<Figures> PlayAsync(Trouble trouble)
    {
        await using var bot = await RunningBot.StartAsync();
        return await trouble.PlayAsync(bot);
    }

    private static async Task<Figures> WithDatabaseAsync(string name, string trouble)
    {
        var connections = new FaultyConnections(trouble);
        await using var bot = await RunningBot.StartAsync();
        bot.Change = services => services.ConfigureDbContext<SqliteBotDb>(options => options.AddInterceptors(connections));
        await bot.RestartAsync();
        return await new Trouble(name, _ => connections.IsOn = true, _ => connections.IsOn = false, NothingAsync).PlayAsync(bot);
    }

    // What is tried in vain is tried again and again, so the work of such an hour has no end of its own.
    private static async Task AnHourAsync(RunningBot bot)
    {
        var work = bot.SettleAsync();
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(1); passed += Step)
        {
            await Task.WhenAny(work, Task.Delay(2));
            if (work.IsCompleted)
                work = bot.SettleAsync();
            bot.Clock.Advance(Step);
        }

        bot.Teams.AcceptAgain();
        bot.Desk.IsDown = false;
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(2));
            bot.Clock.Advance(TimeSpan.FromMilliseconds(200));
        }

        await work;
    }

    private static Task NothingAsync(RunningBot bot) => Task.CompletedTask;
}
