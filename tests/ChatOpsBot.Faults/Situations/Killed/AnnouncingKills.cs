using ChatOpsBot.Sandbox;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Faults.Situations.Killed;

/// <summary>
/// The bot is killed while Teams has each kind of call of an announcement in its hands, carried out and not answered. The steps are those
/// that the code lists.
/// </summary>
internal static class AnnouncingKills
{
    private const int Channels = 8;

    public static async IAsyncEnumerable<Figures> PlayAsync()
    {
        foreach (var step in Enum.GetValues<DeliveryStep>())
            yield return await KillAsync(step);
    }

    private static async Task<Figures> KillAsync(DeliveryStep step)
    {
        await using var bot = await KilledBot.StartAsync();
        var declared = FakeAudience.Declare(TimeProvider.System.GetUtcNow());
        await bot.ReadAsync(async db =>
        {
            await FakeAudience.AddAsync(db, bot.Teams.ServiceUrl, Channels, TimeProvider.System.GetUtcNow());
            return true;
        });
        if (step is DeliveryStep.Post)
            Hang(bot);
        await KeepAsync(bot, declared);
        if (step is not DeliveryStep.Post)
        {
            await DoneAsync(bot);
            // A reply goes out only after the card was updated: that one is let through.
            if (step is DeliveryStep.Update)
                Hang(bot);
            else
                bot.Teams.Next(Enumerable.Repeat(FakeFault.None(), Channels));
            await KeepAsync(bot, FakeAudience.Say(declared, "Storage is back.", TimeProvider.System.GetUtcNow()));
        }

        var isReached = await ReachedAsync(bot, step);
        await bot.KillAsync();
        bot.Teams.AcceptAgain();
        await bot.UpAsync();
        await DoneAsync(bot);
        var (doubled, marked) = Writing.Repeats(bot.Teams.Changes);
        var reached = bot.Teams.Messages.Select(message => message.ConversationId.Split(';')[0]).Distinct().Count();
        return new(
            $"Killed while Teams has “{step}” of an announcement",
            Channels,
            Channels - reached,
            doubled.Count,
            marked,
            isReached ? null : "The bot never came to that step.")
        {
            Notes = doubled,
        };
    }

    private static void Hang(KilledBot bot) => bot.Teams.Always(FakeFault.Hang() with { IsAfterwards = true });

    private static async Task<bool> ReachedAsync(KilledBot bot, DeliveryStep step)
    {
        for (var look = 0; look < 1_000; look++, await Task.Delay(20))
        {
            if (await bot.ReadAsync(db => db.Deliveries.AnyAsync(row => row.Doing == step)))
                return true;
        }

        return false;
    }

    private static Task<bool> KeepAsync(KilledBot bot, Domain.Recovery.RecoveryEvent drEvent) => bot.ReadAsync(async db =>
    {
        await FakeAudience.KeepAsync(db, drEvent, TimeProvider.System.GetUtcNow());
        return true;
    });

    private static async Task DoneAsync(KilledBot bot)
    {
        for (var look = 0; look < 600; look++, await Task.Delay(50))
        {
            if (await bot.ReadAsync(db => db.Deliveries.CountAsync(row => row.Due == null && row.ClaimedBy == null)) == Channels)
                return;
        }
    }
}
