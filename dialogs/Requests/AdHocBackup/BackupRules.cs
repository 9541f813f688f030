using ChatOpsBot.Domain.Requests.Fields;
using NodaTime.Text;

namespace ChatOpsBot.Dialogs.Requests.AdHocBackup;

/// <summary>What a backup makes of names.</summary>
internal static class BackupRules
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm'Z'");

    // Source: IBM i documentation, SAVLIB, restrictions.
    private static readonly string[] NeverSaved = ["QSYS", "QTEMP", "QRECOVERY", "QRPLOBJ", "QSPL", "QSRV"];

    // Source: IBM i documentation, SAVLIB, parameter LIB. A restore knows more of them.
    private static readonly string[] Special = ["*NONSYS", "*ALLUSR", "*IBM"];

    public static bool IsSpecial(string library) => library[0] == '*';

    public static bool IsUnknownSpecial(string library) => IsSpecial(library) && !Special.Contains(library);

    /// <summary>No save of libraries takes it: the operating system, documents, what is gone after the job.</summary>
    public static bool IsNeverSaved(string library) => NeverSaved.Contains(library) || library.StartsWith("QDOC", StringComparison.Ordinal);

    /// <summary>More than one library, as far as one can tell from names.</summary>
    public static bool AreSeveral(IReadOnlyList<string> libraries) => libraries.Count > 1 || libraries.Any(name => name.Contains('*'));

    /// <summary>What is saved where a sentence names the system and nothing on it: all of it if it says so, else it is asked.</summary>
    public static IReadOnlyDictionary<string, string> FromScope(IReadOnlyDictionary<string, string> slots) =>
        !slots.ContainsKey("lpar") || slots.ContainsKey("object") || slots.ContainsKey("scope")
            ? new Dictionary<string, string>()
            : new Dictionary<string, string> { ["scope"] = slots.ContainsKey("whole") ? Choices.IdOf(BackupScope.Entire) : "" };

    /// <summary>What a sentence calls the thing to save, by the fields it belongs to: a path, LIB/OBJ or a library.</summary>
    /// <param name="in">The library, where it was named apart; null where it was not.</param>
    public static IReadOnlyDictionary<string, string> FromObject(string? said, string? @in)
    {
        if (said is null)
            return new Dictionary<string, string>();
        if (@in is not null)
            said = $"{@in}/{said}";
        if (said.StartsWith('/'))
            return Filled(BackupScope.Paths, ("paths", said));

        var parts = said.Split('/', '(', ')').Where(part => part.Length > 0).ToArray();
        return parts is [var library, var name, ..]
            ? Filled(BackupScope.Objects, ("libraries", library), ("objects", name))
            : Filled(BackupScope.Libraries, ("libraries", said));
    }

    /// <summary>What is saved, in the notation of commands.</summary>
    public static string What(
        BackupScope scope, IReadOnlyList<string> libraries, IReadOnlyList<string> objects, IReadOnlyList<string> paths) =>
        scope switch
        {
            BackupScope.Libraries => Some(libraries),
            BackupScope.Objects => Some([.. libraries.SelectMany(library => objects.Select(name => $"{library}/{name}"))]),
            BackupScope.Paths => Some(paths),
            BackupScope.AllUser => "all user data",
            BackupScope.System => "system data",
            BackupScope.Entire => "entire system",
            BackupScope.SecurityData => "security data",
            _ => "configuration",
        };

    /// <summary>What it is for, as it stands in brackets in a ticket's subject; empty for nothing.</summary>
    public static string For(BackupReason reason, string change) => reason switch
    {
        BackupReason.BeforeChange => $" (before change {change})",
        BackupReason.BeforeUpgrade => " (before upgrade)",
        BackupReason.MonthEnd => " (month-end)",
        BackupReason.Audit => " (audit)",
        BackupReason.LegalHold => " (legal hold)",
        _ => "",
    };

    /// <summary>When it begins, in UTC, as a ticket's subject has it.</summary>
    public static string When(Moment start) => start switch
    {
        { IsOpen: true } => "asap",
        { Start: null, End: { } end } => $"before {Utc.Format(end)}",
        _ => Utc.Format(start.Start!.Value),
    };

    private static string Some(IReadOnlyList<string> names)
    {
        const int Most = 3;
        return names.Count <= Most ? string.Join(", ", names) : $"{string.Join(", ", names.Take(Most))} and {names.Count - Most} more";
    }

    private static Dictionary<string, string> Filled(BackupScope scope, params ReadOnlySpan<(string Field, string Text)> values)
    {
        var filled = new Dictionary<string, string> { ["scope"] = Choices.IdOf(scope) };
        foreach (var (field, text) in values)
            filled[field] = text;
        return filled;
    }
}
