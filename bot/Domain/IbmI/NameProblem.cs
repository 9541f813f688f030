namespace ChatOpsBot.Domain.IbmI;

/// <summary>
/// Why a text is not such a name, and what would be right: all that a sentence needs, in no language. Closed: nothing outside
/// this file adds a case, so whoever words them can know all.
/// </summary>
public abstract record NameProblem
{
    private NameProblem(NameKind kind) => Kind = kind;

    public NameKind Kind { get; }

    /// <summary>The case by a name that stays the same in settings, words and tests: <c>TooLong</c>.</summary>
    public string Key => GetType().Name;

    /// <summary>Nothing was typed.</summary>
    public sealed record Missing(NameKind Of) : NameProblem(Of);

    /// <summary>At most <paramref name="Longest"/> characters, of those allowed.</summary>
    public sealed record TooLong(NameKind Of, int Longest, AllowedCharacters Allowed) : NameProblem(Of);

    /// <summary>The first character is none a name begins with.</summary>
    /// <param name="Start">What it may begin with; <paramref name="Allowed"/> is for the rest.</param>
    public sealed record WrongStart(NameKind Of, char Found, AllowedCharacters Start, int Longest, AllowedCharacters Allowed)
        : NameProblem(Of);

    /// <summary>
    /// A character that may not stand in it; <paramref name="Position"/> counts from 1 in what was typed, less blanks around it.
    /// </summary>
    public sealed record WrongCharacter(NameKind Of, char Found, int Position, int Longest, AllowedCharacters Allowed) : NameProblem(Of);

    /// <summary>The last character may not be the last one (a blank or sign at the end of an LPAR name).</summary>
    public sealed record WrongEnd(NameKind Of, char Found) : NameProblem(Of);

    /// <summary>
    /// A name in quotes that is not: a quote on each side and 1 to <paramref name="Longest"/> characters between, none of
    /// <paramref name="Forbidden"/>.
    /// </summary>
    public sealed record BadQuotes(NameKind Of, int Longest, string Forbidden) : NameProblem(Of);

    /// <summary>A name with <c>*</c> at the end, where exactly one thing has to be named.</summary>
    public sealed record GenericNotAllowed(NameKind Of) : NameProblem(Of);

    /// <summary>A word with <c>*</c> before it that means nothing here. <paramref name="Values"/> do, where there are any.</summary>
    public sealed record UnknownSpecialValue(NameKind Of, IReadOnlyList<string> Values) : NameProblem(Of)
    {
        public bool Equals(UnknownSpecialValue? other) => other is not null && Kind == other.Kind && Values.SequenceEqual(other.Values);

        public override int GetHashCode() => HashCode.Combine(Kind, Values.Count);
    }

    /// <summary>A whole number from <paramref name="Lowest"/> to <paramref name="Highest"/>.</summary>
    public sealed record OutOfRange(NameKind Of, int Lowest, int Highest) : NameProblem(Of);

    /// <summary>Not written in the form of <paramref name="Example"/>, such as <c>LIB/OBJ</c>.</summary>
    public sealed record WrongForm(NameKind Of, string Example) : NameProblem(Of);

    /// <summary>A path does not begin at the root, with a slash.</summary>
    public sealed record NotAbsolute() : NameProblem(NameKind.IfsPath);

    /// <summary>A path has <c>..</c> or <c>.</c> in it, so it may lead elsewhere than it seems.</summary>
    public sealed record RelativeStep() : NameProblem(NameKind.IfsPath);

    /// <summary>A step of a path, counted from 1, has more than <paramref name="Longest"/> characters, or none.</summary>
    public sealed record BadStep(int Step, int Longest) : NameProblem(NameKind.IfsPath);

    /// <summary>A path holds a control character or half a character.</summary>
    public sealed record Unprintable(int Position) : NameProblem(NameKind.IfsPath);

    /// <summary>A right name of something that no restore of this kind brings back.</summary>
    public sealed record NotRestorable(string Name, RestoreRefusal Why) : NameProblem(NameKind.Library);
}
