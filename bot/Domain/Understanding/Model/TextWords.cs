using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Understanding.Model;

/// <summary>A message as the model sees it: lower case, without accents, with a sign in place of what differs from message to message
/// (names, numbers, times, keys of tickets).</summary>
internal static partial class TextWords
{
    public const string Name = "§name";

    private static readonly SearchValues<char> Letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    // In capitals alone, from so many letters on a word is a name.
    private const int ShortestShouted = 5;

    /// <returns>The words and the marks that end sentences, in order.</returns>
    public static IReadOnlyList<string> Of(string text)
    {
        List<string> words = [];
        var plain = Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormKC);
        foreach (var match in Word().EnumerateMatches(plain))
        {
            var word = plain.Substring(match.Index, match.Length);
            words.Add(SignFor(word) ?? Bare(word));
        }

        return words;
    }

    public static bool IsSign(string word) => word[0] == '§';

    /// <summary>Whether a word is none of a language: the name of a system or a library, a number, a time, a key.</summary>
    public static bool IsName(string word) => SignFor(word) is not null;

    public static bool IsMark(string word) => word[0] is '.' or '?' or '!' or '\n' or ',' or ';' or ':';

    public static bool EndsSentence(string word) => word[0] is '.' or '?' or '!' or '\n';

    private static string? SignFor(string word) =>
        IsOrdinary(word) ? null
        : Mail().IsMatch(word) ? "§mail"
        : Ticket().IsMatch(word) ? "§ticket"
        : DrEvent().IsMatch(word) ? "§event"
        : MessageId().IsMatch(word) ? "§msgid"
        : Clock().IsMatch(word) ? "§time"
        : Number().IsMatch(word) ? "§num"
        : SystemName().IsMatch(word) ? Name
        : null;

    // Most words are letters alone and not shouted, and no sign is.
    private static bool IsOrdinary(ReadOnlySpan<char> word) =>
        !word.ContainsAnyExcept(Letters) && (word.Length < ShortestShouted || word.ContainsAnyInRange('a', 'z'));

    private static string Bare(string word)
    {
        if (word.Length == 1 && IsMark(word))
            return word;
        if (Ascii.IsValid(word))
            return word.ToLowerInvariant();
        if (word is "。" or "．")
            return ".";
        if (word is "、")
            return ",";
        var bare = new StringBuilder(word.Length);
        foreach (var letter in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark || letter is '\u3099' or '\u309A')
                bare.Append(letter == '’' ? '\'' : letter);
        }

        return bare.ToString().Normalize(NormalizationForm.FormC);
    }

    [GeneratedRegex(
        @"\S+@\S+\.\S+|\w+://\S+|[\p{L}\p{N}$#@_]+(?:[-:./'’][\p{L}\p{N}$#@_]+)*|[.?!,;:\n。、．]", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"^(\S+@\S+|\w+://\S+)$")]
    private static partial Regex Mail();

    [GeneratedRegex(@"^([RT]-\d+|CS\d{5,}|[A-Z]{2,4}-[0-9A-Z]{6})$", RegexOptions.IgnoreCase)]
    private static partial Regex Ticket();

    [GeneratedRegex(@"^DR-?\d+$", RegexOptions.IgnoreCase)]
    private static partial Regex DrEvent();

    [GeneratedRegex(@"^[A-Z]{2,3}[0-9][0-9A-F]{3}$")]
    private static partial Regex MessageId();

    [GeneratedRegex(@"^\d{1,2}([:.h]\d{2})(:\d{2})?$|^\d{1,2}(am|pm|h)$", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^\d+([-./:]\d+)*%?$")]
    private static partial Regex Number();

    // PRODLIB, LPAR1, ORDLIB/CUSTMAST, jsmith2: no word of a language is written so. Short abbreviations (PTF, DR, SOC) are words.
    [GeneratedRegex(
        @"^(?=.*[A-Z])[A-Z0-9$#@_]{5,}(/[A-Z0-9$#@_*]+)*$"
        + @"|^[A-Za-z]+[0-9]+[A-Za-z0-9]*(/\S+)?$"
        + @"|^[A-Z0-9$#@_]+/[A-Z0-9$#@_/]+$")]
    private static partial Regex SystemName();
}
