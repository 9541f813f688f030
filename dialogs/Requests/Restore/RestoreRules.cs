using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Requests.Restore;

/// <summary>What a restore makes of names.</summary>
internal static class RestoreRules
{
    private const string Suffix = "_RST";
    private const int Kept = 6;

    // IBM i documentation, "Library concepts" and RSTLIB: they belong to the operating system or to jobs, and nothing is restored there.
    private static readonly string[] OfTheSystem = ["QSYS", "QSYS2", "QTEMP", "QRECOVERY", "QRPLOBJ", "QSPL", "QSRV"];

    /// <summary>Nothing can be restored into it.</summary>
    public static bool IsOfTheSystem(string library) =>
        OfTheSystem.Contains(library) || library.StartsWith("QSYSINC", StringComparison.Ordinal);

    /// <summary>A library that IBM supplies and the system works with (QGPL, QUSRSYS, #LIBRARY ...): its name begins with Q or #.</summary>
    public static bool IsSupplied(string library) => library[0] is 'Q' or '#';

    /// <summary>One library, and not all that begin alike or are of a kind.</summary>
    public static bool IsOne(IReadOnlyList<string> libraries) => libraries is [var only] && only[0] != '*' && only[^1] != '*';

    /// <summary>A library beside the first one, named after it; null where there is none to name it after.</summary>
    public static string? Proposal(IReadOnlyList<string> libraries)
    {
        var name = libraries[0].TrimEnd('*');
        return name.Length == 0 || name[0] is '*' or '"' ? null : name[..Math.Min(Kept, name.Length)] + Suffix;
    }

    /// <summary>
    /// What a sentence calls the thing to restore, by the fields it belongs to: a path, LIB/OBJ, LIB/OBJ(MBR), or a name of what it says
    /// the name is of; a library where it does not say.
    /// </summary>
    /// <param name="in">The library, where it was named apart; null where it was not.</param>
    /// <param name="scope">What the sentence says the name is of; null where it does not.</param>
    public static IReadOnlyDictionary<string, string> FromObject(string? said, string? @in, string? scope)
    {
        if (said is null)
            return new Dictionary<string, string>();
        if (scope == Choices.IdOf(RestoreScope.UserProfiles))
            return Filled(RestoreScope.UserProfiles, ("profiles", said));
        if (scope == Choices.IdOf(RestoreScope.Members) && !said.Contains('/', StringComparison.Ordinal))
            return Filled(RestoreScope.Members, @in is null ? [("members", said)] : [("libraries", @in), ("members", said)]);
        if (@in is not null && !said.Contains('/', StringComparison.Ordinal))
            said = $"{@in}/{said}";
        if (said.StartsWith('/'))
            return Filled(RestoreScope.Paths, ("paths", said));

        var parts = said.Split('/', '(', ')').Where(part => part.Length > 0).ToArray();
        return parts switch
        {
            [var library, var name, var member] => Filled(
                RestoreScope.Members, ("libraries", library), ("objects", name), ("members", member)),
            [var name, var member] when said.Contains('(', StringComparison.Ordinal) => Filled(
                RestoreScope.Members, ("objects", name), ("members", member)),
            [var library, var name] => Filled(RestoreScope.Objects, ("libraries", library), ("objects", name)),
            _ when scope == Choices.IdOf(RestoreScope.Objects) => Filled(RestoreScope.Objects, ("objects", said)),
            _ => Filled(RestoreScope.Library, ("libraries", said)),
        };
    }

    /// <summary>What is restored where a sentence names the system and nothing on it: all of it if it says so, else it is asked.</summary>
    public static IReadOnlyDictionary<string, string> FromScope(IReadOnlyDictionary<string, string> slots) =>
        !slots.ContainsKey("lpar") || slots.ContainsKey("object") || slots.ContainsKey("scope")
            ? new Dictionary<string, string>()
            : new Dictionary<string, string> { ["scope"] = slots.ContainsKey("whole") ? Choices.IdOf(RestoreScope.WholeLpar) : "" };

    /// <summary>Whoever names another place to restore to leaves what is there as it is.</summary>
    public static IReadOnlyDictionary<string, string> FromTarget(IReadOnlyDictionary<string, string> slots) =>
        slots.ContainsKey("target_library") || slots.ContainsKey("target_directory")
            ? new Dictionary<string, string> { ["overwrite"] = Choices.IdOf(Overwrite.Alongside) }
            : slots.ContainsKey("replace") ? new Dictionary<string, string> { ["overwrite"] = Choices.IdOf(Overwrite.Replace) }
            : new Dictionary<string, string>();

    /// <summary>What is restored, in the notation of commands.</summary>
    public static string What(
        RestoreScope scope,
        IReadOnlyList<string> libraries,
        IReadOnlyList<string> objects,
        IReadOnlyList<string> members,
        IReadOnlyList<string> paths,
        IReadOnlyList<string> profiles) => scope switch
        {
            RestoreScope.Library => Some(libraries),
            RestoreScope.Objects => Some([.. libraries.SelectMany(library => objects.Select(name => $"{library}/{name}"))]),
            RestoreScope.Members => Some([
                .. libraries.SelectMany(library => objects.SelectMany(name => members.Select(member => $"{library}/{name}({member})"))),
            ]),
            RestoreScope.Paths => Some(paths),
            RestoreScope.UserProfiles => Some([.. profiles.Select(profile => $"{profile} *USRPRF")]),
            RestoreScope.Configuration => "configuration",
            _ => "entire system",
        };

    private static string Some(IReadOnlyList<string> names)
    {
        const int Most = 3;
        return names.Count <= Most ? string.Join(", ", names) : $"{string.Join(", ", names.Take(Most))} and {names.Count - Most} more";
    }

    private static Dictionary<string, string> Filled(RestoreScope scope, params ReadOnlySpan<(string Field, string Text)> values)
    {
        var filled = new Dictionary<string, string> { ["scope"] = Choices.IdOf(scope) };
        foreach (var (field, text) in values)
            filled[field] = text;
        return filled;
    }
}
