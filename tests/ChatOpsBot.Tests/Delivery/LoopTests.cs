using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>The outbox and the watch on the desk as they go on by themselves.</summary>
public sealed class LoopTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_desk_does_is_told_without_anybody_asking()
    {
        await using var bot = await StartAsync();
        var ana = await bot.FiledByItselfAsync("ana");
        await bot.DeskSetsAsync(TicketState.InProgress, null);
        await bot.UntilAsync(() => ana.Texts.Count == 1);
        Assert.Contains("is working on", ana.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_request_that_hangs_holds_up_no_other()
    {
        await using var bot = await StartAsync();
        var ana = await bot.FiledByItselfAsync("ana");
        await CallHangsAsync(bot);

        // A turn has its own way to the desk; this is about the messages after it.
        bot.Desk.IsDown = true;
        var ben = await bot.FiledByItselfAsync("ben");
        bot.Desk.IsDown = false;
        await bot.UntilAsync(() => ben.Texts.Count == 1, TimeSpan.FromMilliseconds(50));
        Assert.Empty(ana.Texts);
    }

    [Fact]
    public async Task A_message_in_flight_is_given_back_when_the_bot_ends()
    {
        await using var bot = await StartAsync();
        var ana = await bot.FiledByItselfAsync("ana");
        await CallHangsAsync(bot);
        var end = bot.StopAsync();
        while (!end.IsCompleted)
        {
            await Task.WhenAny(end, Task.Delay(5, Cancel));
            bot.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        // Not only when its lease has run out.
        var due = await bot.ReadAsync(db => new OutboxStore(db).NextDueAsync(bot.Clock.GetUtcNow(), Cancel));
        Assert.True(due < bot.Clock.GetUtcNow().AddSeconds(10));
        await bot.RestartAsync();
        await bot.UntilAsync(() => ana.Texts.Count == 1);
    }

    /// <summary>The desk has news, and the first call that is to bring it hangs.</summary>
    private static async Task CallHangsAsync(RunningBot bot)
    {
        // Nothing is being done when the next message is the end of the draft's life.
        await bot.UntilAsync(async () =>
            await bot.ReadAsync(db => new OutboxStore(db).NextDueAsync(bot.Clock.GetUtcNow(), Cancel)) is not { } due
            || due > bot.Clock.GetUtcNow().AddDays(1));
        var before = bot.Teams.Received.Count;
        bot.Teams.Next(FakeFault.Hang());
        await bot.DeskSetsAsync(TicketState.InProgress, null);
        await bot.UntilAsync(() => bot.Teams.Received.Count > before);
    }

    private static async Task<RunningBot> StartAsync()
    {
        var bot = await RunningBot.StartAsync();
        bot.WorksByItself = true;
        await bot.RestartAsync();
        return bot;
    }
}
