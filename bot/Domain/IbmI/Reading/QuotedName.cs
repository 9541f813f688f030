namespace ChatOpsBot.Domain.IbmI.Reading;

/// <summary>Names in quotes, whose case is kept. Source: IBM i documentation, page rbam6/rbam6names.</summary>
internal static class QuotedName
{
    private const char Quote = '"';
    private const int Longest = 8;
    private const string Forbidden = " *?'\"/";

    public static bool IsMeant(string text) => text.StartsWith(Quote) || text.EndsWith(Quote);

    public static NameProblem? Fault(NameKind kind, string text)
    {
        var fits = text.Length is > 2 and <= Longest + 2 && text[0] == Quote && text[^1] == Quote;
        return fits && text[1..^1].All(IsAllowed) ? null : new NameProblem.BadQuotes(kind, Longest, Forbidden);
    }

    private static bool IsAllowed(char letter) =>
        !char.IsControl(letter)
        && !char.IsWhiteSpace(letter)
        && !char.IsSurrogate(letter)
        && !Forbidden.Contains(letter, StringComparison.Ordinal);
}
