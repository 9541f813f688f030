using ChatOpsBot.Domain.IbmI;

namespace ChatOpsBot.Domain.Requests.Fields;

/// <summary>Reads one name of a kind.</summary>
public delegate Checked<string> NameCheck(IbmINames names, string text);

/// <summary>The kinds of names that forms ask for.</summary>
public static class NameChecks
{
    public static NameCheck Lpar { get; } = (_, text) => IbmINames.Lpar(text).As(name => name.Value);

    public static NameCheck Library { get; } = (names, text) => names.Library(text).As(name => name.Value);

    /// <summary>Also generic ones and special values.</summary>
    public static NameCheck Libraries { get; } = (names, text) => names.Libraries(text).As(name => name.Value);

    public static NameCheck LibrariesToRestore { get; } = (names, text) => names.LibrariesToRestore(text).As(name => name.Value);

    public static NameCheck Objects { get; } = (names, text) => names.Objects(text).As(name => name.Value);

    public static NameCheck ObjectTypes { get; } = (_, text) => IbmINames.ObjectTypesOrAll(text).As(name => name.Value);

    public static NameCheck Member { get; } = (names, text) => names.Member(text).As(name => name.Value);

    public static NameCheck UserProfile { get; } = (names, text) => names.UserProfile(text).As(name => name.Value);

    public static NameCheck Path { get; } = (names, text) => names.Path(text).As(path => path.Value);

    public static NameCheck SaveFile { get; } = (names, text) => names.SaveFile(text).As(file => file.ToString());

    /// <summary>Also generic ones, and all.</summary>
    public static NameCheck Members { get; } = (names, text) => names.Objects(text).As(name => name.Value);

    /// <summary>Also all.</summary>
    public static NameCheck UserProfiles { get; } =
        (names, text) =>
            text.Trim().Equals("*ALL", StringComparison.OrdinalIgnoreCase)
                ? new Checked<string>.Right("*ALL")
                : names.UserProfile(text).As(name => name.Value);
}
