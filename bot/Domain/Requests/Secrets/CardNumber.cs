namespace ChatOpsBot.Domain.Requests.Secrets;

/// <summary>
/// Numbers of payment cards: the first digits of a card scheme, its length and the check digit (ISO/IEC 7812-1), written in one
/// piece or in the groups that are printed on cards.
/// </summary>
internal static class CardNumber
{
    private const int LongestTyped = 24;

    /// <summary>The groups on a card, the longer first: a number may be followed by another, such as the year it ends.</summary>
    private static readonly int[][] Groupings = [[4, 4, 4, 4, 3], [4, 4, 4, 4], [4, 6, 5], [4, 6, 4]];

    public static SecretFinding? At(string text, int at)
    {
        if (!char.IsAsciiDigit(text[at]) || (at > 0 && GoesOn(text[at - 1])))
            return null;
        var groups = text.Substring(at, Typed(text, at)).Split(' ', '-');
        return Groupings.Append([groups[0].Length]).Where(grouping => Begins(groups, grouping))
            .Select(grouping => Number(text, at, groups[..grouping.Length])).FirstOrDefault(found => found is not null);
    }

    private static SecretFinding? Number(string text, int at, string[] groups)
    {
        var digits = string.Concat(groups);
        var end = at + digits.Length + groups.Length - 1;
        var goesOn = end < text.Length && char.IsLetterOrDigit(text[end]);
        return !goesOn && IsOfScheme(digits) && Checks(digits) ? new(SecretKind.CardNumber, at, end - at) : null;
    }

    private static bool Begins(string[] groups, int[] grouping) =>
        groups.Length >= grouping.Length && groups.Zip(grouping).All(pair => pair.First.Length == pair.Second);

    /// <summary>A digit after a dash, a point or a letter is the middle of something: a GUID, a version, a name.</summary>
    private static bool GoesOn(char before) => char.IsLetterOrDigit(before) || before is '-' or '.' or '_' or '/';

    private static int Typed(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < LongestTyped && (char.IsAsciiDigit(text[end]) || IsGap(text, end)))
            end++;
        return end - at;
    }

    private static bool IsGap(string text, int at) =>
        text[at] is ' ' or '-' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at - 1]);

    private static bool IsOfScheme(string digits) =>
        digits.Length switch
        {
            13 => digits[0] == '4',
            14 => digits[..2] is "30" or "36" or "38",
            15 => digits[..2] is "34" or "37",
            16 => digits[0] is '4'
                || digits[..2] is "35" or "62" or "65"
                || digits.StartsWith("6011", StringComparison.Ordinal)
                || IsMastercard(digits),
            19 => digits[0] is '4' || digits[..2] is "62",
            _ => false,
        };

    private static bool IsMastercard(string digits) =>
        string.CompareOrdinal(digits[..2], "51") >= 0 && string.CompareOrdinal(digits[..2], "55") <= 0
        || string.CompareOrdinal(digits[..4], "2221") >= 0 && string.CompareOrdinal(digits[..4], "2720") <= 0;

    private static bool Checks(string digits)
    {
        var sum = 0;
        for (var place = 0; place < digits.Length; place++)
        {
            var digit = digits[^(place + 1)] - '0';
            sum += place % 2 == 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9;
        }

        return sum % 10 == 0;
    }
}
