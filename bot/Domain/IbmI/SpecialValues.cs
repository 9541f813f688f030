namespace ChatOpsBot.Domain.IbmI;

/// <summary>
/// The words with a star that are taken, by the place they are typed in; any other is refused. Source: IBM i documentation,
/// pages rzarm/rzarmrstmullib, rzarm/rzarmrstiasps, cl/rst and cl/rstobj.
/// </summary>
public static class SpecialValues
{
    public static IReadOnlyList<string> Libraries { get; } = ["*ALLUSR", "*IBM", "*NONSYS", "*ANY", "*SELECT"];

    public static IReadOnlyList<string> Objects { get; } = ["*ALL"];

    public static IReadOnlyList<string> ObjectTypes { get; } = ["*ALL"];

    /// <summary>The name something is restored under.</summary>
    public static IReadOnlyList<string> NewName { get; } = ["*SAME"];

    public static IReadOnlyList<string> DiskPools { get; } = ["*SYSBAS"];

    /// <summary>Where the journal entries to apply begin.</summary>
    public static IReadOnlyList<string> JournalStart { get; } = ["*LASTSAVE"];
}
