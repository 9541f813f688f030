using System.Text.RegularExpressions;

namespace ChatOpsBot.Domain.Understanding.Slots;

/// <summary>Words of time in a language that puts no spaces between words: found by their characters.</summary>
internal sealed class UnspacedTimes
{
    private const char FirstKana = '\u3040';
    private const char Joiner = 'の';

    private static readonly TimeSpan LongestSearch = TimeSpan.FromSeconds(1);

    private static readonly string[] Clocks =
        [@"\d{1,2}月\d{1,2}日", @"\d{4}-\d\d-\d\d", @"\d{1,2}:\d\d", @"(?:午前|午後)?\d{1,2}時(?:\d{1,2}分|半)?"];

    private readonly Regex _times;

    private UnspacedTimes(IEnumerable<string> days)
    {
        var any = string.Join('|', days.OrderByDescending(day => day.Length).Select(Regex.Escape).Concat(Clocks));
        _times = new Regex($"(?:(?:{any}){Joiner}?)+", RegexOptions.CultureInvariant, LongestSearch);
    }

    /// <summary>Null for the days of a language that is written with spaces.</summary>
    public static UnspacedTimes? For(IReadOnlyList<string> days) => days.Any(day => day[0] >= FirstKana) ? new UnspacedTimes(days) : null;

    public IReadOnlyList<string> Find(string text) => [.. _times.Matches(text).Select(match => match.Value.TrimEnd(Joiner))];
}
