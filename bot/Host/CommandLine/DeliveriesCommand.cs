using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Host.CommandLine;

/// <summary><c>deliveries</c>: which channels got what of a DR event; without one, the events. The bot may run beside it.</summary>
internal sealed class DeliveriesCommand
{
    /// <summary>The newest are listed; the others can be asked for by number.</summary>
    private const int MostEvents = 200;

    private readonly GlobalOptions _everywhere;
    private readonly Argument<string?> _which = new("event")
    {
        Description = "A DR event (DR-3); lists all if left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<bool> _csv = new("--csv") { Description = "Write CSV (RFC 4180, UTF-8)." };
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON, one object per line." };

    private DeliveriesCommand(GlobalOptions everywhere) => _everywhere = everywhere;

    public static Command Build(GlobalOptions everywhere) => new DeliveriesCommand(everywhere).Build();

    private Command Build()
    {
        var command = new Command("deliveries", "Show the delivery status of a DR event, channel by channel.") { _which, _csv, _json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(_csv) && result.GetValue(_json))
                result.AddError("--csv and --json cannot be combined.");
        });
        command.SetAction(
            async (parsed, cancel) =>
            {
                await using var database = await CliDatabase.OpenAsync(_everywhere.Arguments(parsed), cancel);
                return parsed.GetValue(_which) is { } which
                    ? await ShowAsync(database.Db, which, parsed, cancel)
                    : await ListAsync(database.Db, parsed, cancel);
            });
        return command;
    }

    private async Task<int> ListAsync(BotDb db, ParseResult parsed, CancellationToken cancel)
    {
        var events = await new RecoveryStore(db).SinceAsync(DateTimeOffset.UnixEpoch, MostEvents, cancel);
        var sums = await new DeliveryReport(db).SumsAsync([.. events.Select(it => it.Id)], cancel);
        var entries = events.Select(it => EventEntry.Of(it, sums.GetValueOrDefault(it.Id) ?? DeliverySums.None)).ToList();
        if (await WroteAsync(parsed, entries.ToAsyncEnumerable(), DeliveryJson.Default.EventEntry, cancel))
            return ExitCodes.Ok;

        if (entries.Count > 0)
            new DeliveryTables().Events(entries);
        else
            Console.Out.WriteLine("No DR events.");
        return ExitCodes.Ok;
    }

    private async Task<int> ShowAsync(BotDb db, string which, ParseResult parsed, CancellationToken cancel)
    {
        var number = RecoveryKey.ReadLoosely(which);
        if (number is null || await new RecoveryStore(db).FindByNumberAsync(number.Value, cancel) is not { } drEvent)
        {
            await Console.Error.WriteLineAsync(
                number is null
                    ? $"'{which}' is not a DR event; their names look like DR-3."
                    : $"There is no DR event {RecoveryKey.Of(number.Value)}.");
            return ExitCodes.Negative;
        }

        var entries = EntriesAsync(db, drEvent, cancel);
        if (await WroteAsync(parsed, entries, DeliveryJson.Default.DeliveryEntry, cancel))
            return ExitCodes.Ok;

        var sums = (await new DeliveryReport(db).SumsAsync([drEvent.Id], cancel)).GetValueOrDefault(drEvent.Id) ?? DeliverySums.None;
        new DeliveryTables().Channels(EventEntry.Of(drEvent, sums), await entries.ToListAsync(cancel));
        return ExitCodes.Ok;
    }

    private static async IAsyncEnumerable<DeliveryEntry> EntriesAsync(
        BotDb db, RecoveryEvent drEvent, [EnumeratorCancellation] CancellationToken cancel)
    {
        var words = WordsCatalog.Load().In(WordsCatalog.Fallback);
        await foreach (var line in new DeliveryReport(db).AllAsync(drEvent.Id).WithCancellation(cancel))
            yield return DeliveryEntry.Of(drEvent, line, words);
    }

    /// <returns>False where it is to be a table.</returns>
    private async Task<bool> WroteAsync<T>(ParseResult parsed, IAsyncEnumerable<T> entries, JsonTypeInfo<T> form, CancellationToken cancel)
    {
        if (!parsed.GetValue(_csv) && !parsed.GetValue(_json))
            return false;

        await using var output = Utf8Output.Open();
        if (parsed.GetValue(_csv))
            await CsvLines.WriteAsync(output, entries, cancel);
        else
            await foreach (var entry in entries.WithCancellation(cancel))
                await output.WriteLineAsync(JsonSerializer.Serialize(entry, form));
        return true;
    }
}
