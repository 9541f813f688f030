using System.Globalization;
using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Dialogs.Recovery.Saying;

/// <summary>Finds "DR-3" in a sentence. An LPAR of that name in the inventory is the LPAR.</summary>
internal static partial class EventKeys
{
    public static IReadOnlyList<int> NumbersIn(string text, Inventory systems) => [.. Matches(text, systems).Select(Number).Distinct()];

    /// <summary>The first one, and the sentence without it; null where none is named.</summary>
    public static (int Number, string Before, string After)? FirstIn(string text, Inventory systems) =>
        Matches(text, systems).FirstOrDefault() is { } key ? (Number(key), text[..key.Index], text[(key.Index + key.Length)..]) : null;

    private static IEnumerable<Match> Matches(string text, Inventory systems) =>
        Key().Matches(text).Where(key => systems.Find(key.Value) is null);

    private static int Number(Match key) => int.Parse(key.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\w-])DR-0*([1-9]\d{0,7})(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
