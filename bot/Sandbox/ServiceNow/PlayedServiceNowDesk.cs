namespace ChatOpsBot.Sandbox.ServiceNow;

/// <summary>Somebody who works on incidents, played on the page.</summary>
internal sealed class PlayedServiceNowDesk(FakeServiceNowTables tables, DeskTroubles troubles) : IPlayedDesk
{
    private const string Agent = "desk.agent";

    public string Name => "ServiceNow (sandbox)";

    public IReadOnlyList<PlayedCase> Cases
    {
        get
        {
            lock (tables)
                return [.. tables.Of(FakeServiceNowTables.Incident).Reverse().Select(Show)];
        }
    }

    public DeskTrouble Trouble
    {
        get => troubles.Now;
        set => troubles.Now = value;
    }

    public PlayedCase? Find(string number)
    {
        lock (tables)
            return Row(number) is { } row ? Show(row) : null;
    }

    public string? Play(string number, DeskMove move, string text)
    {
        lock (tables)
        {
            if (Row(number) is not { } row || !PhaseOf(row).Allows(move))
                return $"“{move.Label()}” is not possible any more: the incident has changed.";
            if (text.Length > 0 && tables.IsFull)
                return SandboxLimits.Full;

            tables.Change(FakeServiceNowTables.Incident, row["sys_id"], ColumnsAfter(move, text, row), Agent);
            return null;
        }
    }

    // An empty comment is none.
    private static Dictionary<string, string> ColumnsAfter(
        DeskMove move, string text, IReadOnlyDictionary<string, string> row) => move switch
        {
            DeskMove.Take or DeskMove.Reopen => new() { ["state"] = "2", ["hold_reason"] = "", ["comments"] = text },
            DeskMove.Ask => new() { ["state"] = "3", ["hold_reason"] = "1", ["comments"] = text },
            DeskMove.Propose => new() { ["state"] = "6", ["close_code"] = "Solution provided", ["close_notes"] = text },
            DeskMove.Close => new()
            {
                ["state"] = "7",
                ["close_code"] = "Solution provided",
                ["close_notes"] = text.Length > 0 ? text : row.GetValueOrDefault("close_notes", "Closed by the desk."),
            },
            _ => new() { ["comments"] = text },
        };

    private static CasePhase PhaseOf(IReadOnlyDictionary<string, string> row) => row.GetValueOrDefault("state") switch
    {
        "1" => CasePhase.New,
        "3" => CasePhase.Waiting,
        "6" => CasePhase.Proposed,
        "7" or "8" => CasePhase.Over,
        _ => CasePhase.InProgress,
    };

    private IReadOnlyDictionary<string, string>? Row(string number) =>
        tables.Of(FakeServiceNowTables.Incident).FirstOrDefault(row => row["number"] == number);

    private PlayedCase Show(IReadOnlyDictionary<string, string> row) => new(
        row["number"],
        row.GetValueOrDefault("short_description", ""),
        $"Impact {row.GetValueOrDefault("impact", "-")}, urgency {row.GetValueOrDefault("urgency", "-")}",
        row["state"] == "3" ? $"{tables.Shown(row, "state")}: {tables.Shown(row, "hold_reason")}" : tables.Shown(row, "state"),
        PhaseOf(row),
        row.GetValueOrDefault("description", ""),
        row.GetValueOrDefault("close_notes"),
        [.. tables.EntriesOf(row["sys_id"]).Select(it => new PlayedComment(it["sys_created_by"], it["sys_created_on"], it["value"]))]);
}
