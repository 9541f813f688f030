using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Audit;

namespace ChatOpsBot.Host.CommandLine;

/// <summary><c>audit export</c>: the entries of the audit chain, one a line, in order.</summary>
internal sealed class AuditExport
{
    private const string Jsonl = "jsonl";
    private const string Csv = "csv";

    // ISO 8601; a form that depends on today, or on where it is read, is none for a script.
    private static readonly string[] TimeForms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    private readonly GlobalOptions _everywhere;
    private readonly Option<string> _format = new("--format")
    {
        Description = "jsonl (JSON, one object per line; default) or csv (RFC 4180, UTF-8).",
        DefaultValueFactory = _ => Jsonl,
    };
    private readonly Option<DateTimeOffset?> _since = new("--since")
    {
        Description = "Only entries from this time on, such as 2026-11-23 or 2026-11-23T08:30Z; UTC unless it says otherwise.",
        CustomParser = Time,
    };
    private readonly Option<DateTimeOffset?> _until = new("--until") { Description = "Only entries before this time.", CustomParser = Time };
    private readonly Option<string?> _subject = new("--subject")
    {
        Description = "Only entries about this request, ticket or DR event, by key.",
    };
    private readonly Option<FileInfo?> _output = new("--output")
    {
        Description = "The file to write, complete or not at all; it must not exist. Default: standard output.",
    };

    private AuditExport(GlobalOptions everywhere) => _everywhere = everywhere;

    public static Command Build(GlobalOptions everywhere) => new AuditExport(everywhere).Build();

    private Command Build()
    {
        _format.AcceptOnlyFromAmong(Jsonl, Csv);
        var command = new Command("export", "Write the entries for an auditor.") { _format, _since, _until, _subject, _output };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var database = await CliDatabase.OpenAsync(_everywhere.Arguments(parsed), cancel);
            if (parsed.GetValue(_output) is { } file)
            {
                await WriteAsync(database.Db, file, parsed, cancel);
                await Console.Error.WriteLineAsync(file.FullName);
                return ExitCodes.Ok;
            }

            await using var output = Utf8Output.Open();
            await WriteAsync(database.Db, output, parsed, cancel);
            return ExitCodes.Ok;
        });
        return command;
    }

    // What was handed to an auditor once is never written over.
    private Task WriteAsync(BotDb db, FileInfo file, ParseResult parsed, CancellationToken cancel) => NewFile.WriteAsync(
        file,
        "Choose another name with --output.",
        async stream =>
        {
            await using var output = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\n" };
            await WriteAsync(db, output, parsed, cancel);
        });

    private async Task WriteAsync(BotDb db, TextWriter output, ParseResult parsed, CancellationToken cancel)
    {
        var lines = LinesAsync(db, parsed, cancel);
        if (parsed.GetValue(_format) == Csv)
            await CsvLines.WriteAsync(output, lines, cancel);
        else
            await foreach (var line in lines.WithCancellation(cancel))
                await output.WriteLineAsync(JsonSerializer.Serialize(line, AuditJson.Default.AuditLine).AsMemory(), cancel);
    }

    private async IAsyncEnumerable<AuditLine> LinesAsync(BotDb db, ParseResult parsed, [EnumeratorCancellation] CancellationToken cancel)
    {
        var entries = new AuditReader(db).AllAsync(
            parsed.GetValue(_since), parsed.GetValue(_until), parsed.GetValue(_subject)?.Trim(), cancel);
        await foreach (var entry in entries)
            yield return AuditLine.Of(entry);
    }

    private static DateTimeOffset? Time(ArgumentResult typed)
    {
        var text = typed.Tokens[^1].Value;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, Utc, out var at))
            return at;

        typed.AddError($"'{text}' is not a time; times look like 2026-11-23 or 2026-11-23T08:30Z.");
        return null;
    }
}
