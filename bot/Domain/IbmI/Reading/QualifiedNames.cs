namespace ChatOpsBot.Domain.IbmI.Reading;

/// <summary>Names with their library before them.</summary>
internal static class QualifiedNames
{
    /// <summary>Longer than any right one; what is longer is not taken apart.</summary>
    private const int Longest = 64;

    public static Checked<QualifiedName> Read(IbmINames names, NameKind kind, string? text)
    {
        var typed = text?.Trim() ?? "";
        if (typed.Length == 0)
            return new Checked<QualifiedName>.Wrong(new NameProblem.Missing(kind));
        var parts = typed.Length > Longest ? [] : Parts(typed);
        return parts.Length is 2 or 3
            ? names.Library(parts[0]).Then(library => names.NamedObject(parts[1]).Then(named => parts.Length == 2
                ? new Checked<QualifiedName>.Right(new(library, named, null))
                : names.Member(parts[2]).As(member => new QualifiedName(library, named, member))))
            : new Checked<QualifiedName>.Wrong(new NameProblem.WrongForm(kind, "LIB/OBJ"));
    }

    public static Checked<SaveFile> ReadSaveFile(IbmINames names, string? text) =>
        Read(names, NameKind.SaveFile, text).Then<SaveFile>(name => name.Member is null
            ? new Checked<SaveFile>.Right(new(name.Library, name.NamedObject))
            : new Checked<SaveFile>.Wrong(new NameProblem.WrongForm(NameKind.SaveFile, "LIB/OBJ")));

    /// <summary>A name in quotes may hold a parenthesis, never a slash; and it ends with its quote.</summary>
    private static string[] Parts(string typed)
    {
        var open = typed.EndsWith(')') ? typed.LastIndexOf('(') : -1;
        return (open > 0 ? $"{typed[..open]}/{typed[(open + 1)..^1]}" : typed).Split('/');
    }
}
