using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Times.Words;
using ChatOpsBot.Domain.Times.Zones;
using NodaTime;

namespace ChatOpsBot.Domain.Requests.Fields.Hours;

/// <summary>Reads days and times of day, with a zone behind them or none. Days have the names of the language, or English ones.</summary>
internal static partial class HoursReader
{
    /// <summary>A longer text is no hours of the week.</summary>
    private const int LongestText = 300;

    private static readonly IReadOnlyList<IsoDayOfWeek> WorkDays = [.. WeekSpan.DaysOfWeek.Take(5)];

    /// <summary>What can be meant: nothing, one thing, or several to be asked.</summary>
    public static IReadOnlyList<WeekHours> Read(string typed, string language, DateTimeZone usual)
    {
        if (typed.Length > LongestText)
            return [];

        var (text, zone) = ZoneBehind(typed.Trim());
        return Groups(text, WeekDays.In(language)) is { Count: > 0 } groups
            ? [.. Spans(groups).Select(spans => new WeekHours(spans, (zone ?? usual).Id))]
            : [];
    }

    private static (string Text, DateTimeZone? Zone) ZoneBehind(string text)
    {
        var at = text.LastIndexOf(' ');
        var last = text[(at + 1)..].Trim('(', ')', ',');
        var called = TimeWords.All.Select(words => words.Zone(last.ToLowerInvariant())).FirstOrDefault(id => id is not null);
        var zone = called is not null || last.Contains('/') ? ZoneNames.Find(called ?? last) : null;
        return zone is null ? (text, null) : (text[..Math.Max(at, 0)].TrimEnd(' ', ','), zone);
    }

    /// <summary>Days, and the times that go with them; null where something else stands in the text.</summary>
    private static List<Group>? Groups(string text, WeekDays names)
    {
        List<Group> groups = [];
        var at = 0;
        while (at < text.Length)
        {
            var part = Part().Match(text, at);
            if (!part.Success)
                return null;
            at += part.Length;
            if (part.Groups["separator"].Success)
                continue;

            if (part.Groups["day"].Success)
            {
                if (Days(part, names) is not { } days)
                    return null;
                if (groups is not [.., { Times.Count: 0 }])
                    groups.Add(new([], []));
                groups[^1].Days.AddRange(days);
            }
            else if (TimesOf(part) is { } times)
            {
                if (groups.Count == 0)
                    groups.Add(new([], []));
                groups[^1].Times.Add(times);
            }
            else
            {
                return null;
            }
        }

        return groups;
    }

    private static IEnumerable<IsoDayOfWeek>? Days(Match part, WeekDays names)
    {
        var first = names.Find(part.Groups["day"].Value);
        if (first is null || !part.Groups["last"].Success)
            return first is { } only ? [only] : null;

        // "Sat-Tue" goes over Sunday.
        return names.Find(part.Groups["last"].Value) is { } last
            ? Enumerable.Range(0, (last - first.Value + 7) % 7 + 1).Select(step => (IsoDayOfWeek)(((int)first - 1 + step) % 7 + 1))
            : null;
    }

    private static List<(int From, int To)>? TimesOf(Match part)
    {
        var from = new DayTime(part.Groups["h1"].Value, part.Groups["m1"].Value, part.Groups["half1"].Value);
        var to = new DayTime(part.Groups["h2"].Value, part.Groups["m2"].Value, part.Groups["half2"].Value);
        return DayTime.Between(from, to).ToList() is { Count: > 0 } times ? times : null;
    }

    // Hours without days may be meant for workdays or for all; "9-5" may end in the afternoon or in the night.
    private static IEnumerable<IReadOnlyList<WeekSpan>> Spans(List<Group> groups)
    {
        var choices = groups.SelectMany(group => group.Times).Max(times => (int?)times.Count) ?? 1;
        IReadOnlyList<IReadOnlyList<IsoDayOfWeek>> unsaid = groups.Any(group => group.Days.Count == 0)
            ? [WorkDays, WeekSpan.DaysOfWeek]
            : [WorkDays];
        return Enumerable
            .Range(0, choices)
            .SelectMany(
                choice => unsaid, (choice, days) => (IReadOnlyList<WeekSpan>)[.. groups.SelectMany(group => group.Spans(days, choice))]);
    }

    private sealed record Group(List<IsoDayOfWeek> Days, List<List<(int From, int To)>> Times)
    {
        public IEnumerable<WeekSpan> Spans(IReadOnlyList<IsoDayOfWeek> unsaid, int choice)
        {
            IReadOnlyList<IsoDayOfWeek> days = Days.Count == 0 ? unsaid : [.. Days.Distinct().Order()];
            return Times.Count == 0
                ? [new(days, 0, WeekSpan.MinutesOfDay)]
                : Times.Select(times => times[Math.Min(choice, times.Count - 1)]).Select(time => new WeekSpan(days, time.From, time.To));
        }
    }

    [GeneratedRegex(
        """
            \G (?:
                (?<separator> [\s,;:+&]+ )
              | (?<h1>[0-9]{1,2}) (?: [:.]? (?<m1>[0-9]{2}) )? \s? (?<half1>[ap]\.?m\b\.?)? \s* [-–—] \s*
                (?<h2>[0-9]{1,2}) (?: [:.]? (?<m2>[0-9]{2}) )? (?![0-9]) (?: \s? (?<half2>[ap]\.?m\b\.?) )?
              | (?<day>\p{L}+) \.? (?: \s* [-–—] \s* (?<last>\p{L}+) \.? )?
            )
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        5000
    )]
    private static partial Regex Part();
}
