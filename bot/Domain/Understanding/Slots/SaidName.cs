using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Understanding.Slots;

/// <summary>A name of a system, library, object or profile as it stands in a sentence.</summary>
/// <param name="Text">The name, a path or a qualified LIB/OBJ in one piece; or several of a kind with commas between.</param>
/// <param name="Before">The words before it in lower case, nearest first, at most four, within the same clause.</param>
/// <param name="Start">Offset of its first character in the text.</param>
internal sealed partial record SaidName(string Text, IReadOnlyList<string> Before, int Start)
{
    /// <summary>What stands between the names of a list.</summary>
    public const string Between = ", ";

    private readonly string _before = string.Join(' ', Before.Reverse());

    public bool IsPath => Text.StartsWith('/');

    public bool IsQualified => !IsPath && Text.Contains('/', StringComparison.Ordinal);

    /// <summary>Whether it is a system that is known by its name; null where the sentence names none of these.</summary>
    public bool? IsListed { get; init; }

    /// <summary>It is a known system's, or built like one's: "LPAR7", "ERPPRD". Beside a known system only what is called an LPAR is
    /// another: FIBUTEST is a library then.</summary>
    public bool IsLparLike => !IsPath && !IsQualified && (IsListed switch
    {
        null => LparLike().IsMatch(First),
        true => true,
        false => First.StartsWith("LPAR", StringComparison.OrdinalIgnoreCase),
    });

    /// <summary>A Japanese particle behind it tells that something goes there.</summary>
    public bool IsDirection { get; init; }

    /// <summary>It is called a library by its end: "SALESLIB".</summary>
    public bool IsLibraryLike => LibraryLike().IsMatch(First);

    private ReadOnlySpan<char> First => Text.IndexOf(Between, StringComparison.Ordinal) is >= 0 and var end ? Text.AsSpan(0, end) : Text;

    /// <summary>Both can be meant by one list.</summary>
    public bool IsOfAKindWith(SaidName other) =>
        !IsQualified && !other.IsQualified && IsPath == other.IsPath && IsLparLike == other.IsLparLike;

    /// <summary>One of the words stands directly before the name, articles aside.</summary>
    public bool Follows(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (_before.EndsWith(word, StringComparison.OrdinalIgnoreCase)
                && (_before.Length == word.Length || _before[^(word.Length + 1)] == ' '))
                return true;
        }

        return false;
    }

    [GeneratedRegex(@"(LIB|DTA|DATA|SRC)\d*$", RegexOptions.IgnoreCase)]
    private static partial Regex LibraryLike();

    // How people call their systems: a running number, or what they are for.
    // A name that begins with Q is IBM's.
    [GeneratedRegex(
        @"^(?!Q)(?!.*(LIB|DTA|DATA|SRC)\d*$|.*(19|20)\d\d$)"
            + @"(.*\d|.*(PRD|PROD|TST|TEST|DEV|QAS|BOX|LPAR|SYS).*|(DR|HA).+|.+(?<![HDL])DR|.+HA)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex LparLike();
}
