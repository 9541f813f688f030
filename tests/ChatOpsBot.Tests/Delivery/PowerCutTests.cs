using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Storage.Tickets;
using ChatOpsBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Delivery;

public sealed class PowerCutTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>
    /// One person after the other files a restore, and the power goes one step later each time, until it goes too late to subject.
    /// </summary>
    [Fact]
    public async Task At_whichever_step_the_power_goes_there_is_one_ticket_and_its_owner_sees_it()
    {
        // One for each start: what is left of a bot that went down stays without power.
        PowerCut power = null!;
        await using var bot = await RunningBot.StartAsync();
        bot.Change = services =>
        {
            var own = power = new PowerCut();
            services.ConfigureDbContext<SqliteBotDb>(options => options.AddInterceptors(own));
        };
        await bot.RestartAsync();
        var steps = 0;
        do
        {
            var person = bot.Colleague($"p{steps}");
            await person.SaysAsync(Filed.Sentence);
            await person.PressesAsync("Review");
            await bot.SettleAsync();
            power.After(steps++);
            await person.PressesAsync(Filed.Send);
            var hasGone = power.HasCome;
            await bot.RestartAsync();
            await person.AgainAsync();
            bot.Clock.Advance(TimeSpan.FromMinutes(3));
            await bot.SettleAsync();

            await OneTicketAsync(bot, person, $"aad-p{steps - 1}");
            if (!hasGone)
                break;
        }
        while (steps < 200);

        // Fewer would mean that the power did not go where it should.
        Assert.InRange(steps, 15, 199);
    }

    private static async Task OneTicketAsync(RunningBot bot, Colleague person, string owner)
    {
        var request = await bot.ReadAsync(async db => Assert.Single(await new RequestStore(db).OwnAsync(owner, 10, Cancel)));
        var ticket = Assert.Single(await bot.ReadAsync(db => new DeskBook(db).ListAsync([], Cancel)), ticket => ticket.Key == request.Key);
        Assert.Equal((RequestState.Filed, ticket.Number), (request.State, request.Ticket!.Number));
        string[] seen = [person.Answer is { } answer ? answer.InWords() : "", person.Card.Card.InWords()];
        Assert.Contains(seen, card => card.Contains(ticket.Number, StringComparison.Ordinal));
    }
}
