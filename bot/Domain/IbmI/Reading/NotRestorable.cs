namespace ChatOpsBot.Domain.IbmI.Reading;

/// <summary>Libraries that a restore by name does not bring back. Source: IBM i documentation, page rzarm/rzarmconrest.</summary>
internal static class NotRestorable
{
    private const string Documents = "QDOC";
    private const int PoolDigits = 4;

    public static Checked<Name> Refuse(Name name) => Why(name.Value) is { } why
        ? new Checked<Name>.Wrong(new NameProblem.NotRestorable(name.Value, why))
        : new Checked<Name>.Right(name);

    private static RestoreRefusal? Why(string name) => name switch
    {
        "QSYS" => RestoreRefusal.SystemLibrary,
        _ when IsDocuments(name) => RestoreRefusal.DocumentLibrary,
        _ => null,
    };

    private static bool IsDocuments(string name) =>
        name.StartsWith(Documents, StringComparison.Ordinal)
        && name.Length - Documents.Length is 0 or PoolDigits
        && name.Skip(Documents.Length).All(char.IsAsciiDigit);
}
