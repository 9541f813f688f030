using System.Data.Common;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Tests.Host;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>A message that was done and could not be crossed out comes again, when its owner has sent something else meanwhile.</summary>
public sealed class LeftoverTests
{
    private readonly LostDelete _lost = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_ticket_is_opened_with_what_was_confirmed_last()
    {
        await using var bot = await StartAsync();
        bot.Desk.RefuseNext();
        var ana = await bot.WithReviewAsync();
        _lost.IsNext = true;
        await ana.PressesAsync(Filed.Send);
        Assert.Equal(RequestState.Refused, (await bot.RequestAsync()).State);

        await SendsOtherAsync(bot, ana, Filed.Send);
        Assert.Contains("LPAR2", Assert.Single(await bot.TicketsAsync()).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ticket_is_changed_to_what_was_confirmed_last()
    {
        await using var bot = await StartAsync();
        var ana = await bot.FiledAsync();
        await ana.PressesAsync("Edit");
        await ana.PressesAsync("Review", null, ("lpar", "LPAR3"));
        await bot.SettleAsync();
        _lost.IsNext = true;
        await ana.PressesAsync("Send changes");
        Assert.Contains("LPAR3", Assert.Single(await bot.TicketsAsync()).Subject, StringComparison.Ordinal);

        await SendsOtherAsync(bot, ana, "Send changes");
        Assert.Contains("LPAR2", Assert.Single(await bot.TicketsAsync()).Subject, StringComparison.Ordinal);
    }

    private async Task<RunningBot> StartAsync()
    {
        var bot = await RunningBot.StartAsync();
        bot.Change = services => services.ConfigureDbContext<SqliteBotDb>(options => options.AddInterceptors(_lost));
        await bot.RestartAsync();
        return bot;
    }

    private static async Task SendsOtherAsync(RunningBot bot, Colleague ana, string button)
    {
        await ana.PressesAsync("Edit");
        await ana.PressesAsync("Review", null, ("lpar", "LPAR2"));
        var press = ana.PressesAsync(button);
        while (!press.IsCompleted)
        {
            await Task.WhenAny(press, Task.Delay(5, Cancel));
            bot.Clock.Advance(TimeSpan.FromMilliseconds(500));
        }

        await press;
        bot.Clock.Advance(TimeSpan.FromMinutes(3));
        await bot.SettleAsync();
        bot.Clock.Advance(TimeSpan.FromMinutes(3));
        await bot.SettleAsync();
    }

    /// <summary>The database is away for the moment in which a done message is crossed out.</summary>
    private sealed class LostDelete : DbCommandInterceptor
    {
        public bool IsNext { get; set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (!IsNext || !command.CommandText.StartsWith("DELETE FROM \"OutboxMessage\"", StringComparison.Ordinal))
                return ValueTask.FromResult(result);

            IsNext = false;
            throw new InvalidOperationException("The database is away.");
        }
    }
}
