using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Understanding.Slots;

/// <summary>The times of a sentence, taken one by one for the slots they fill: what is taken is gone.</summary>
/// <param name="text">The sentence.</param>
/// <param name="found">Its stretches that tell a time, in their order.</param>
internal sealed partial class SaidTimes(string text, IReadOnlyList<string> found, IReadOnlyDictionary<string, List<string>> words)
{
    private readonly List<(string Text, string Before)> _left = Placed(text, found);

    /// <summary>How many are left to take.</summary>
    public int Count => _left.Count;

    /// <summary>What no slot took. "Before the upgrade" tells why, and is no time of its own.</summary>
    public IReadOnlyList<string> Left => [.. _left.Where(time => !IsReason(time)).Select(time => time.Text)];

    /// <summary>A time after one of the words listed under the key, or led by it, without its lead: "by Wednesday 08:00".</summary>
    public string? Take(string key)
    {
        foreach (var time in _left)
        {
            foreach (var word in words.GetValueOrDefault(key, []))
            {
                if (time.Text.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase))
                    return Remove(time)[(word.Length + 1)..];
                if (Ends(time.Before, word))
                    return Remove(time);
            }
        }

        return null;
    }

    /// <summary>The first one that tells an hour: more than "before the upgrade" and "90 days" do.</summary>
    public string? TakeClock() => _left.FindIndex(time => Clock().IsMatch(time.Text)) is >= 0 and var at ? Remove(_left[at]) : null;

    public string? TakeLast() => _left.Count == 0 ? null : Remove(_left[^1]);

    private bool IsReason((string Text, string Before) time) => !Digit().IsMatch(time.Text)
        && words.GetValueOrDefault("earlier-than", []).Any(word => time.Text.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase));

    private string Remove((string Text, string Before) time)
    {
        _left.Remove(time);
        return time.Text;
    }

    private static List<(string Text, string Before)> Placed(string text, IReadOnlyList<string> found)
    {
        List<(string, string)> placed = [];
        var from = 0;
        foreach (var time in found)
        {
            var at = text.IndexOf(time, from, StringComparison.Ordinal);
            placed.Add((time, at < 0 ? "" : text[from..at].TrimEnd()));
            from = at < 0 ? from : at + time.Length;
        }

        return placed;
    }

    private static bool Ends(string before, string word) => before.EndsWith(word, StringComparison.OrdinalIgnoreCase)
        && (before.Length == word.Length || !char.IsLetterOrDigit(before[^(word.Length + 1)]) || !char.IsAscii(word[0]));

    [GeneratedRegex(@"\d{1,2}[:.h]\d\d|\d ?(am|pm|uhr|h)\b|\d時", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\d")]
    private static partial Regex Digit();
}
