using System.Globalization;
using NodaTime;

namespace ChatOpsBot.Domain.Requests.Fields.Hours;

/// <summary>Hours of the week, as people write them: "Mon-Fri 08:00-18:00", "Sat, Sun 22:00-06:00 Europe/Berlin".</summary>
public sealed class WeekHoursField(string id) : Field<WeekHours>(id)
{
    private const char BeforeZone = '|';
    private const char Between = ';';
    private static readonly string[] Languages = ["en", "de"];

    public override FieldReading Read(string typed, FieldContext context)
    {
        var readings = HoursReader.Read(typed, context.Language, context.Zone);
        return readings switch
        {
            [] => new FieldReading.Wrong("hours"),
            [var only] => new FieldReading.Right(Write(only))
            {
                Notes = only.Spans.Any(span => span.IsOverMidnight) ? [Problem.Of("hours.overnight")] : [],
            },
            _ => new FieldReading.Several([.. readings.Select(Write)]),
        };
    }

    public override WeekHours Parse(string written)
    {
        var end = written.IndexOf(BeforeZone, StringComparison.Ordinal);
        return new([.. written[..end].Split(Between).Select(ParseSpan)], written[(end + 1)..]);
    }

    /// <summary>
    /// Whether a text names times of day by themselves, in any language that days are known in, rather than a time on the calendar.
    /// </summary>
    public static bool IsMeant(string text) => Languages.Any(language => HoursReader.Read(text, language, DateTimeZone.Utc)
        .Any(hours => hours.Spans.All(span => !span.IsWholeDay)));

    /// <summary>"12345 480-1080;67 1320-360|Europe/Berlin": days by number from Monday on, and minutes since midnight.</summary>
    public static string Write(WeekHours hours) => string.Join(Between, hours.Spans.Select(WriteSpan)) + BeforeZone + hours.Zone;

    private static string WriteSpan(WeekSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"{string.Concat(span.Days.Select(day => (int)day))} {span.From}-{span.To}");

    private static WeekSpan ParseSpan(string text)
    {
        var parts = text.Split(' ', '-');
        return new([.. parts[0].Select(digit => (IsoDayOfWeek)(digit - '0'))], Minutes(parts[1]), Minutes(parts[2]));
    }

    private static int Minutes(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
