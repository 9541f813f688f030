using System.Globalization;
using System.Text.RegularExpressions;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests.Fields.Hours;
using NodaTime;

namespace ChatOpsBot.Dialogs.Forms.Wording;

/// <summary>Writes hours of the week in words of a language, and turns a language's own words for them into days and times.</summary>
internal static class HoursText
{
    public static string Write(WeekHours hours, Phrases words)
    {
        var names = CultureInfo.GetCultureInfo(words.Language).DateTimeFormat;
        return hours.IsAlways
            ? words["hours.always"]
            : $"{string.Join("; ", hours.Spans.Select(span => Write(span, names)))} {hours.Zone}";
    }

    /// <summary>"weekdays from 8 to 18 o'clock" becomes "Mon-Fri 8 - 18".</summary>
    public static string Plain(string typed, Phrases words)
    {
        var text = Replace(typed, "hours.say.always", "Mon-Sun 00:00-24:00", words);
        text = Replace(text, "hours.say.workdays", "Mon-Fri", words);
        text = Replace(text, "hours.say.weekend", "Sat-Sun", words);
        text = Replace(text, "hours.say.daily", "Mon-Sun", words);
        text = Replace(text, "hours.say.to", "-", words);
        return Replace(text, "hours.say.filler", " ", words);
    }

    // The longest first: "every day of the week" before "every day".
    private static string Replace(string text, string key, string meant, Phrases words)
    {
        var said = words.Several(key).OrderByDescending(phrase => phrase.Length).Select(Regex.Escape);
        return Regex.Replace(
            text,
            $@"(?<![\p{{L}}\d])(?:{string.Join('|', said)})(?![\p{{L}}])",
            meant,
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1));
    }

    private static string Write(WeekSpan span, DateTimeFormatInfo names) =>
        $"{string.Join(", ", span.Runs().Select(run => Write(run, names)))} {Time(span.From)}–{Time(span.To)}";

    private static string Write((IsoDayOfWeek First, IsoDayOfWeek Last) run, DateTimeFormatInfo names) =>
        run.First == run.Last ? Name(run.First, names) : $"{Name(run.First, names)}–{Name(run.Last, names)}";

    private static string Name(IsoDayOfWeek day, DateTimeFormatInfo names) => names.AbbreviatedDayNames[(int)day % 7];

    private static string Time(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
}
