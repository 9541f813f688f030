namespace ChatOpsBot.Domain.Requests.Secrets;

/// <summary>Stretches of a text. All looks are bounded, so that a scan of a whole text stays linear.</summary>
internal static class Run
{
    /// <summary>No secret is looked at further; a finding ends here at the latest.</summary>
    public const int Longest = 256;

    /// <summary>How many characters from a place on belong together.</summary>
    public static int Length(string text, int from, Func<char, bool> belongs)
    {
        var end = from;
        while (end < text.Length && end - from < Longest && belongs(text[end]))
            end++;
        return end - from;
    }

    /// <summary>A word does not go on before this place.</summary>
    public static bool Begins(string text, int at) => at == 0 || !char.IsLetterOrDigit(text[at - 1]);

    public static bool IsKeySign(char sign) => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '-';
}
