using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.People;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>
/// <c>person</c>: what is stored about somebody, for a formal request, and how they are forgotten. The bot may run beside it.
/// </summary>
internal sealed class PersonCommand
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly GlobalOptions _everywhere;
    private readonly Argument<string> _who = new("id") { Description = "The person's Entra object id." };
    private readonly Option<bool> _json = new("--json") { Description = "Write all rows as one JSON object." };
    private readonly Option<bool> _forget = new("--forget")
    {
        Description = "Show what would be deleted and what would be kept; changes nothing without --yes.",
    };
    private readonly Option<bool> _yes = new("--yes") { Description = "With --forget: delete it." };

    private PersonCommand(GlobalOptions everywhere) => _everywhere = everywhere;

    public static Command Build(GlobalOptions everywhere) => new PersonCommand(everywhere).Build();

    private Command Build()
    {
        var command = new Command("person", "Show what is stored about a person, or forget them.") { _who, _json, _forget, _yes };
        command.Validators.Add(result =>
        {
            // An empty variable of a script is nobody; people without an id are told apart by nothing.
            if (string.IsNullOrWhiteSpace(result.GetValue(_who)))
                result.AddError("The id is empty.");
            if (result.GetValue(_json) && result.GetValue(_forget))
                result.AddError("--json and --forget cannot be combined.");
            if (result.GetValue(_yes) && !result.GetValue(_forget))
                result.AddError("--yes is only valid with --forget.");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            await using var database = await CliDatabase.OpenAsync(_everywhere.Arguments(parsed), cancel);
            return await WorkAsync(database.Db, IdOf(parsed.GetValue(_who)!), parsed, cancel);
        });
        return command;
    }

    // As Teams writes it, in however a portal or a script did.
    private static string IdOf(string typed) => Guid.TryParse(typed, out var id) ? id.ToString() : typed.Trim();

    private async Task<int> WorkAsync(BotDb db, string who, ParseResult parsed, CancellationToken cancel)
    {
        var file = new PersonFile(db);
        var records = await file.SumsAsync(who, cancel);
        var rows = await file.MakeAsync(who, cancel);
        if (rows.Count == 0)
        {
            await Console.Error.WriteLineAsync($"Nothing is stored about '{who}'. People are known by their Entra object id, not by name.");
            return ExitCodes.Negative;
        }

        if (parsed.GetValue(_json))
            await WriteAsync(new JsonObject { ["id"] = who, ["tables"] = rows });
        else if (parsed.GetValue(_forget))
            await ForgetAsync(db, records, parsed.GetValue(_yes), cancel);
        else
            Show(records, rows);
        return ExitCodes.Ok;
    }

    private static void Show(PersonalRecords records, JsonObject rows)
    {
        var terminal = new Terminal();
        terminal.Table(
            ["when", "what", "which", "named"],
            records.All.Select(it => new[] { Terminal.Minute(it.At), Words(it.Kind), it.Name, it.IsNamed ? "yes" : "" }));
        terminal.Line(
            $"Rows: {string.Join(", ", rows.Select(table => $"{table.Value!.AsArray().Count} {table.Key}"))}. To see them all, add --json.");
        if (records.Forgotten is { } at)
            terminal.Line($"Asked to be forgotten at {Terminal.Minute(at)}; the name is removed from open items when they end.");
    }

    private static async Task ForgetAsync(BotDb db, PersonalRecords records, bool isMeant, CancellationToken cancel)
    {
        var terminal = new Terminal();
        terminal.Line($"Deleted: {Sums(records, RecordFate.Goes)}.");
        terminal.Line($"Kept for audit, with the id instead of the name: {Sums(records, RecordFate.LosesName)}.");
        terminal.Line($"Kept until it ends, then the name is removed: {Sums(records, RecordFate.StaysForNow)}.");
        if (!isMeant)
        {
            terminal.Line("Nothing was changed. To delete it, add --yes.");
            return;
        }

        await using var commit = await db.Database.BeginTransactionAsync(cancel);
        await new Forgetting(db).DoAsync(records.PersonId, TimeProvider.System.GetUtcNow(), cancel);
        await commit.CommitAsync(cancel);
        terminal.Line("Done.");
    }

    private static string Sums(PersonalRecords records, RecordFate fate) =>
        records.Of(fate) switch
        {
            [] => "nothing",
            var some => string.Join(
                ", ", some.GroupBy(it => it.Kind).OrderBy(kind => kind.Key).Select(kind => $"{kind.Count()} x {Words(kind.Key)}")),
        };

    private static async Task WriteAsync(JsonObject everything)
    {
        await using var output = Utf8Output.Open();
        await output.WriteLineAsync(everything.ToJsonString(Readable));
    }

    private static string Words(RecordKind kind) => kind switch
    {
        RecordKind.Draft => "draft, never sent",
        RecordKind.Reminder => "pending reminder",
        RecordKind.Chat => "address of the personal chat",
        RecordKind.Link => "access to the wall view",
        RecordKind.OwnOpen => "own request, open",
        RecordKind.OthersOpen => "somebody else's request, open",
        RecordKind.EventOpen => "DR event, open",
        RecordKind.OwnEnded => "own request, ended",
        RecordKind.OthersEnded => "somebody else's request, ended",
        RecordKind.EventEnded => "DR event, ended",
        RecordKind.Following => "made a channel follow",
        RecordKind.Role => "holds or gave a role",
        _ => "added the bot",
    };
}
