using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Recovery;

/// <summary>The short name of a DR event, such as <c>DR-3</c>. In any case, and with leading zeros, it is the same.</summary>
public static partial class RecoveryKey
{
    public static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"DR-{number}");

    /// <returns>Null for anything but one key.</returns>
    public static int? Read(string? text) => Numbers(Whole(), text ?? "").FirstOrDefault()?.Number;

    /// <summary>As somebody types it who can mean nothing else: "DR-3", "dr 3", "3".</summary>
    public static int? ReadLoosely(string text) => Numbers(Loose(), text).FirstOrDefault()?.Number;

    /// <summary>Every key in a sentence, in its order.</summary>
    public static IEnumerable<FoundRecoveryKey> FindIn(string text) => Numbers(Said(), text);

    private static IEnumerable<FoundRecoveryKey> Numbers(Regex key, string text) =>
        key.Matches(text)
            .Select(found => new FoundRecoveryKey(
                int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture), found.Index, found.Length));

    [GeneratedRegex(@"^DR-0*([1-9]\d{0,7})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^\s*(?:DR[\s-]*)?0*([1-9]\d{0,7})\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Loose();

    [GeneratedRegex(@"(?<![\w-])DR-0*([1-9]\d{0,7})(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Said();
}

/// <summary>A key in a sentence, and where it stands.</summary>
public sealed record FoundRecoveryKey(int Number, int Start, int Length);
