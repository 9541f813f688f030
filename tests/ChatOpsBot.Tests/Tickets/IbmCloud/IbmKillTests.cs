using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Sandbox.IbmCloud;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Tests.Delivery;

namespace ChatOpsBot.Tests.Tickets.IbmCloud;

/// <summary>The bot's process is killed while it files at IBM. After its start there is one case.</summary>
public sealed class IbmKillTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 240_000)]
    public async Task After_IBM_has_it_and_before_its_answer_comes()
    {
        await using var ibm = await FakeIbmCloud.StartAsync();
        ibm.Next("create", FakeFault.Hang().Afterwards());
        await FileAsync(ibm);
    }

    [Fact(Timeout = 240_000)]
    public async Task After_its_answer_came_and_before_that_is_kept()
    {
        await using var ibm = await FakeIbmCloud.StartAsync();
        await FileAsync(ibm, """CREATE TRIGGER "held" BEFORE UPDATE ON "Request" WHEN NEW."State" = 'Filed' BEGIN SELECT RAISE(ABORT, 'held'); END;""");
    }

    private static async Task FileAsync(FakeIbmCloud ibm, string? hold = null)
    {
        await using var bot = await KilledBot.StartAsync([.. ibm.Settings.Select(it => (it.Key.Replace(":", "__", StringComparison.Ordinal), it.Value))]);
        var ana = bot.Colleague("ana");
        await ana.SaysAsync(Filed.Sentence);
        await ana.PressesAsync("Review");
        if (hold is not null)
            await using (await bot.ExecuteAsync(hold))
            {
            }

        var press = ana.PressesAsync(Filed.Send);
        while (ibm.Cases.Count == 0)
            await Task.Delay(20, Cancel);
        await bot.KillAsync();
        await Record.ExceptionAsync(() => press);
        if (hold is not null)
            await using (await bot.ExecuteAsync("""DROP TRIGGER "held";"""))
            {
            }

        await bot.UpAsync();
        Request request;
        while ((request = await RequestAsync(bot)).State != RequestState.Filed)
            await Task.Delay(100, Cancel);
        Assert.Equal(Assert.Single(ibm.Cases).Number, request.Ticket!.Number);
        Assert.Equal(1, ibm.Count("create"));
    }

    private static Task<Request> RequestAsync(KilledBot bot) =>
        bot.ReadAsync(async db => Assert.Single(await new RequestStore(db).OwnAsync("aad-ana", 10, Cancel)));
}
