using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Serialization;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Storage.Tickets;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Faults.Situations.Killed;

/// <summary>
/// The bot is killed with each kind of outbox message in its hands: committed and not begun, and done without that being kept. The kinds
/// are those that the code lists, so that a new one without a run here is a fault.
/// </summary>
internal static class OutboxKills
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // The statement fails, and what the trigger noted before stays: so it is seen that the bot has come there.
    private static readonly (string Name, string Trigger)[] Steps =
    [
        ("is begun", "BEFORE UPDATE OF \"ClaimedBy\" ON \"OutboxMessage\" WHEN NEW.\"ClaimedBy\" IS NOT NULL AND NEW.\"Kind\" = "),
        ("is kept as done", "BEFORE DELETE ON \"OutboxMessage\" WHEN OLD.\"Kind\" = "),
    ];

    private static IEnumerable<string> Kinds =>
        typeof(OutboxMessage).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => (string)kind.TypeDiscriminator!);

    public static async IAsyncEnumerable<Figures> PlayAsync()
    {
        foreach (var (step, trigger) in Steps)
        {
            await using var bot = await KilledBot.StartAsync(OutboxSubjects.Settings);
            var subjects = await OutboxSubjects.MakeAsync(bot);
            await DoneAsync(bot);
            foreach (var kind in Kinds)
            {
                var name = $"Killed before “{kind}” {step}";
                yield return subjects.Message(kind) is { } message
                    ? await KillAsync(bot, name, message, $"{trigger}'{kind}'")
                    : new(name, 0, Fault: "OutboxSubjects has no message of this kind.");
            }
        }
    }

    private static async Task<Figures> KillAsync(KilledBot bot, string name, OutboxMessage message, string trigger)
    {
        var (before, tickets) = (bot.Teams.Changes.Count, await TicketsAsync(bot));
        await RunSqlAsync(bot, $"""
            CREATE TABLE IF NOT EXISTS "Held" ("At" INTEGER);
            CREATE TRIGGER "held" {trigger} BEGIN INSERT INTO "Held" VALUES (1); SELECT RAISE(FAIL, 'held'); END;
            """);
        await AddAsync(bot, message);
        var wasHeld = await UntilAsync(async () => await HeldAsync(bot) > 0);
        await bot.KillAsync();
        await RunSqlAsync(bot, """DROP TRIGGER "held"; DROP TABLE "Held";""");
        await bot.UpAsync();
        var isDone = await DoneAsync(bot);
        var (doubled, marked) = Writing.Repeats(bot.Teams.Changes.Skip(before));
        return new(
            name,
            1,
            isDone && await DeadAsync(bot) == 0 ? 0 : 1,
            doubled.Count + await TicketsAsync(bot) - tickets,
            marked,
            wasHeld ? null : "The bot never came to that step.")
        {
            Notes = doubled,
        };
    }

    private static Task<int> AddAsync(KilledBot bot, OutboxMessage message) => bot.ReadAsync(async db =>
    {
        new OutboxStore(db).Add(message, TimeProvider.System.GetUtcNow());
        return await db.SaveChangesAsync();
    });

    private static Task<bool> DoneAsync(KilledBot bot) => UntilAsync(async () =>
        (await bot.ReadAsync(db => new OutboxStore(db).BacklogAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None)))
            .Sum(kind => kind.Due) == 0);

    private static Task<int> DeadAsync(KilledBot bot) => bot.ReadAsync(db => new OutboxStore(db).DeadLettersAsync(CancellationToken.None));

    private static Task<int> TicketsAsync(KilledBot bot) =>
        bot.ReadAsync(async db => (await new DeskBook(db).ListAsync([], CancellationToken.None)).Count);

    private static async Task<long> HeldAsync(KilledBot bot)
    {
        await using var connection = await bot.ExecuteAsync("SELECT 1;");
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT COUNT(*) FROM "Held";""";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task RunSqlAsync(KilledBot bot, string sql) => await (await bot.ExecuteAsync(sql)).DisposeAsync();

    private static async Task<bool> UntilAsync(Func<Task<bool>> isSo)
    {
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < Patience; await Task.Delay(30))
        {
            if (await isSo())
                return true;
        }

        return false;
    }
}
