using System.Text;
using System.Text.Json;
using ChatOpsBot.Domain.IbmI;
using ChatOpsBot.Domain.Recovery;
using CloudNative.CloudEvents;

namespace ChatOpsBot.Application.Recovery.Reporting;

/// <summary>
/// Reads a CloudEvent as a report. Its type says what is done; <c>data</c> is a JSON object:
/// <code>
/// chatopsbot.dr.declare  {"kind": "unplanned-failover", "systems": [{"primary": "LPAR1", "drSide": "LPAR1DR"}], "reason": "power is gone"}
/// chatopsbot.dr.step     {"event": "DR-3", "state": "failover-running", "text": "replication stopped"}
/// chatopsbot.dr.update   {"event": "DR-3", "text": "IPL of the DR side at 14:20"}
/// chatopsbot.dr.correct  {"event": "DR-3", "line": 2, "text": "it was 14:30"}      or "line": "last"
/// </code>
/// In the place of <c>event</c> may stand <c>system</c>, a name of either side of an open event. <c>by</c> may name who is behind it.
/// <c>drSide</c>, <c>reason</c> and the text of a step may be left out; <c>language</c> says in which one a new event is announced.
/// Lines are counted from 1.
/// </summary>
internal sealed class ReportReader(CloudEvent said)
{
    public const string Prefix = "chatopsbot.dr.";

    // Bytes: both are part of a key, and an index of PostgreSQL takes 2,704 of them.
    private const int LongestId = 256;
    private const int LongestSource = 1024;
    private const int LongestText = 2000;
    private const int LongestName = 100;
    private const int MostSystems = 50;

    private readonly List<ReportFault> _faults = [];

    /// <summary>What is wrong; nothing is to be done while there is anything.</summary>
    public IReadOnlyList<ReportFault> Faults => _faults;

    /// <returns>Null where there are faults.</returns>
    public Report? Read()
    {
        var (source, id) = (said.Source!.OriginalString, said.Id!);
        if (Encoding.UTF8.GetByteCount(source) > LongestSource)
            _faults.Add(new("source", $"must have at most {LongestSource} bytes"));
        if (Encoding.UTF8.GetByteCount(id) > LongestId)
            _faults.Add(new("id", $"must have at most {LongestId} bytes"));
        if (said.Data is not JsonElement { ValueKind: JsonValueKind.Object } data)
        {
            _faults.Add(new("data", "must be a JSON object, with datacontenttype application/json or none"));
            return null;
        }

        var fields = new ReportFields(data, "data", _faults);
        var report = Read(source, id, fields);
        if (report is not null)
        {
            report = report with { Behind = fields.Text("by", LongestName)?.ReplaceLineEndings(" ") };
            fields.RefuseOthers();
        }

        return _faults.Count == 0 ? report : null;
    }

    private Report? Read(string source, string id, ReportFields fields)
    {
        switch (said.Type)
        {
            case Prefix + "declare":
                return new Report.Declare(
                    source,
                    id,
                    fields.OneOf<RecoveryKind>("kind").GetValueOrDefault(),
                    Systems(fields),
                    fields.Text("reason", LongestText),
                    Language(fields));
            case Prefix + "step":
                return new Report.Step(
                    source, id, fields.OneOf<RecoveryState>("state").GetValueOrDefault(), fields.Text("text", LongestText))
                {
                    Target = Target(fields),
                };
            case Prefix + "update":
                return new Report.Update(source, id, fields.Needed("text", LongestText) ?? "") { Target = Target(fields) };
            case Prefix + "correct":
                return new Report.Correct(source, id, Line(fields), fields.Needed("text", LongestText) ?? "") { Target = Target(fields) };
            default:
                _faults.Add(new("type", $"must be one of {Prefix}declare, {Prefix}step, {Prefix}update, {Prefix}correct"));
                return null;
        }
    }

    private static ReportTarget Target(ReportFields fields)
    {
        if (fields.Has("event") == fields.Has("system"))
        {
            fields.Wrong("event", "or system has to say which event is meant: one of them");
            return new(null, null);
        }

        if (fields.Has("system"))
            return new(null, System(fields, "system"));

        var key = fields.Text("event", LongestName);
        if (key is not null && RecoveryKey.Read(key) is null)
            fields.Wrong("event", "must be such as DR-3");
        return new(RecoveryKey.Read(key), null);
    }

    private static string? Language(ReportFields fields) =>
        fields.Text("language", LongestName) switch
        {
            null => null,
            [var first, var second] when char.IsAsciiLetter(first) && char.IsAsciiLetter(second) => string.Concat(first, second)
                .ToLowerInvariant(),
            _ => fields.Wrong("language", "must be a code of two letters, such as en or de"),
        };

    private static int? Line(ReportFields fields)
    {
        if (fields.Raw("line") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var line) && line > 0)
            return line;
        if (fields.Raw("line") is not { ValueKind: JsonValueKind.String } word || !word.ValueEquals("last"))
            fields.Wrong("line", "must be the line's number, from 1, or \"last\"");
        return null;
    }

    private List<RecoveryPair> Systems(ReportFields fields)
    {
        if (fields.Raw("systems") is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() is 0 or > MostSystems)
        {
            fields.Wrong("systems", $$"""must be a list of 1 to {{MostSystems}} systems: [{"primary": "LPAR1", "drSide": "LPAR1DR"}]""");
            return [];
        }

        return [.. list.EnumerateArray().Select((pair, at) => Pair(pair, $"data.systems[{at}]")).OfType<RecoveryPair>()];
    }

    private RecoveryPair? Pair(JsonElement pair, string place)
    {
        if (pair.ValueKind is not JsonValueKind.Object)
        {
            _faults.Add(new(place, """must be such as {"primary": "LPAR1", "drSide": "LPAR1DR"}"""));
            return null;
        }

        var fields = new ReportFields(pair, place, _faults);
        var (primary, drSide) = (System(fields, "primary"), fields.Has("drSide") ? System(fields, "drSide") : null);
        fields.RefuseOthers();
        if (primary is not null && primary.Equals(drSide, StringComparison.OrdinalIgnoreCase))
            fields.Wrong("drSide", "is the same as primary");
        return primary is null ? null : new(primary, drSide);
    }

    private static string? System(ReportFields fields, string name) =>
        fields.Needed(name, LongestName) switch
        {
            null => null,
            var typed when IbmINames.Lpar(typed) is Checked<LparName>.Right right => right.Name.Value,
            _ => fields.Wrong(
                name,
                $"must be an LPAR name: at most {LparName.Longest} letters, digits, blanks and . _ -, with a letter or digit first and last"),
        };
}
