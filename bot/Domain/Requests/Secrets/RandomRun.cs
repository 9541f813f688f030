namespace ChatOpsBot.Domain.Requests.Secrets;

/// <summary>
/// A long run of signs as chance makes them. In random Base64 about six neighbours in ten are of different sorts (upper, lower,
/// digit); in names, paths and words run together about three in ten are. Hexadecimal is left alone: GUIDs and hashes are no secrets.
/// </summary>
internal static class RandomRun
{
    private const int Shortest = 32;
    private const int FewestOfASort = 2;
    private const int ChangesInTen = 4;

    public static SecretFinding? At(string text, int at)
    {
        if (!Belongs(text[at]) || (at > 0 && Belongs(text[at - 1])))
            return null;
        if (text[at] == '/' || (at > 0 && IsOfAddress(text[at - 1])))
            return null;
        var length = Run.Length(text, at, Belongs);
        return length >= Shortest && LooksRandom(text.AsSpan(at, length)) ? new(SecretKind.ApiKey, at, length) : null;
    }

    private static bool Belongs(char sign) => Run.IsKeySign(sign) || sign is '+' or '/' or '=';

    /// <summary>The later part of an address, where long identifiers are usual (meetings, documents).</summary>
    private static bool IsOfAddress(char before) => before is '.' or '%' or '?' or '&' or '#' or '@';

    private static bool LooksRandom(ReadOnlySpan<char> run)
    {
        Span<int> sorts = stackalloc int[4];
        var changes = 0;
        for (var at = 0; at < run.Length; at++)
        {
            sorts[Sort(run[at])]++;
            changes += at > 0 && Sort(run[at]) != Sort(run[at - 1]) ? 1 : 0;
        }

        var signs = sorts[3];
        return sorts[0] >= FewestOfASort && sorts[1] >= FewestOfASort && sorts[2] >= FewestOfASort
            && signs * 8 <= run.Length && changes * 10 > run.Length * ChangesInTen;
    }

    private static int Sort(char sign) => sign switch
    {
        >= 'A' and <= 'Z' => 0,
        >= 'a' and <= 'z' => 1,
        >= '0' and <= '9' => 2,
        _ => 3,
    };
}
