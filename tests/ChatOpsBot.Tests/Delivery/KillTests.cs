using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Storage.Tickets;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>
/// The bot's process is killed between the press and the receipt. After its start there is one ticket, and the person sees it.
/// </summary>
public sealed class KillTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Before_the_commit_nothing_is_kept_and_the_press_that_comes_again_files_it()
    {
        await using var bot = await KilledBot.StartAsync();
        var ana = await ReviewAsync(bot);
        await using (await bot.ExecuteAsync("BEGIN IMMEDIATE;"))
        {
            // Whatever the bot has done by then, it cannot have committed: the database's one place for writers is taken.
            var press = ana.PressesAsync(Filed.Send);
            await Task.WhenAny(press, Task.Delay(500, Cancel));
            await DieAsync(bot, press);
        }

        Assert.Equal(RequestState.Reviewing, (await RequestAsync(bot)).State);
        await bot.UpAsync();
        await ana.AgainAsync();
        await OneTicketAsync(bot, ana);
    }

    [Fact(Timeout = 120_000)]
    public async Task After_the_commit_and_before_the_desk_the_ticket_is_opened_after_the_start()
    {
        await using var bot = await KilledBot.StartAsync();
        var ana = await ReviewAsync(bot);
        await using (await bot.ExecuteAsync("""CREATE TRIGGER "held" BEFORE INSERT ON "Ticket" BEGIN SELECT RAISE(ABORT, 'held'); END;"""))
        {
            var press = ana.PressesAsync(Filed.Send);
            await UntilAsync(bot, request => request.State == RequestState.Filing);
            await DieAsync(bot, press);
        }

        await ReleaseAsync(bot);
        await bot.UpAsync();
        await UntilAsync(bot, request => request.State == RequestState.Filed);
        await ana.AgainAsync();
        await OneTicketAsync(bot, ana);
    }

    [Fact(Timeout = 120_000)]
    public async Task After_the_desk_has_it_and_before_its_answer_is_kept_the_same_ticket_is_found()
    {
        await using var bot = await KilledBot.StartAsync();
        var ana = await ReviewAsync(bot);
        await using (await bot.ExecuteAsync(
            """CREATE TRIGGER "held" BEFORE UPDATE ON "Request" WHEN NEW."State" = 'Filed' BEGIN SELECT RAISE(ABORT, 'held'); END;"""))
        {
            var press = ana.PressesAsync(Filed.Send);
            while ((await TicketsAsync(bot)).Count == 0)
                await Task.Delay(20, Cancel);
            await DieAsync(bot, press);
        }

        Assert.Equal(RequestState.Filing, (await RequestAsync(bot)).State);
        await ReleaseAsync(bot);
        await bot.UpAsync();
        await UntilAsync(bot, request => request.State == RequestState.Filed);
        await ana.AgainAsync();
        await OneTicketAsync(bot, ana);
    }

    [Fact(Timeout = 120_000)]
    public async Task After_everything_is_kept_and_before_the_receipt_the_message_that_comes_again_is_answered_with_it()
    {
        await using var bot = await KilledBot.StartAsync();
        var ana = await ReviewAsync(bot);
        bot.Teams.Always(FakeFault.Hang());
        var said = ana.SaysAsync("send it");
        // Not the first call that reaches Teams: on a busy machine that is the typing indicator, long before the commit.
        await UntilAsync(bot, request => request.State == RequestState.Filed);
        await DieAsync(bot, said);
        Assert.Single(await TicketsAsync(bot));

        bot.Teams.AcceptAgain();
        await bot.UpAsync();
        await ana.AgainAsync();
        var number = Assert.Single(await TicketsAsync(bot)).Number;
        Assert.Contains(number, ana.Card.Card.InWords(), StringComparison.Ordinal);
    }

    private static async Task<Colleague> ReviewAsync(KilledBot bot)
    {
        var ana = bot.Colleague("ana");
        await ana.SaysAsync(Filed.Sentence);
        await ana.PressesAsync("Review");
        return ana;
    }

    private static async Task DieAsync(KilledBot bot, Task call)
    {
        await bot.KillAsync();
        // The answer may have been under way already; what counts is what Teams does next.
        await Task.WhenAny(call);
        Assert.True(call.IsCompletedSuccessfully || call.Exception?.InnerException is HttpRequestException);
    }

    private static async Task ReleaseAsync(KilledBot bot) => await (await bot.ExecuteAsync("""DROP TRIGGER "held";""")).DisposeAsync();

    private static async Task OneTicketAsync(KilledBot bot, Colleague ana)
    {
        await UntilAsync(bot, request => request.State == RequestState.Filed);
        var ticket = Assert.Single(await TicketsAsync(bot));
        Assert.Equal(ticket.Number, (await RequestAsync(bot)).Ticket!.Number);
        // At once where the desk is quick; on a busy machine the number comes a moment after the answer.
        while (!Sees(ana, ticket.Number))
            await Task.Delay(20, Cancel);
    }

    private static bool Sees(Colleague person, string number) =>
        person
            .Texts.Append(person.Answer.InWords())
            .Append(person.Card.Card.InWords())
            .Any(text => text.Contains(number, StringComparison.Ordinal));

    private static async Task UntilAsync(KilledBot bot, Func<Request, bool> isSo)
    {
        while (!isSo(await RequestAsync(bot)))
            await Task.Delay(20, Cancel);
    }

    private static Task<Request> RequestAsync(KilledBot bot) =>
        bot.ReadAsync(async db => Assert.Single(await new RequestStore(db).OwnAsync("aad-ana", 10, Cancel)));

    private static Task<IReadOnlyList<Ticket>> TicketsAsync(KilledBot bot) => bot.ReadAsync(db => new DeskBook(db).ListAsync([], Cancel));
}
