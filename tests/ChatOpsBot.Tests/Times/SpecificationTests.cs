using ChatOpsBot.Domain.Times;
using NodaTime;
using NodaTime.Text;

namespace ChatOpsBot.Tests.Times;

/// <summary>How many of the public cases are read as they say, apart from what operations people mean differently.</summary>
public sealed class SpecificationTests(ITestOutputHelper output)
{
    private const double Bar = 0.90;
    private static readonly TimeReader Reader = new();

    [Fact]
    public void Nine_of_ten_public_cases_are_read_as_they_say()
    {
        var cases = SpecificationCase.Read();
        Assert.SkipWhen(cases is null, "The public cases are not on this machine.");

        var asked = cases!.Where(one => one.CanBeAskedFor && Deviation.Of(one) is null).ToList();
        var wrong = asked.Where(one => !IsRight(one)).ToHashSet();
        foreach (var type in asked.GroupBy(one => one.Type))
            output.WriteLine($"{type.Key}: {type.Count(one => !wrong.Contains(one))} of {type.Count()}");
        foreach (var deviation in cases!.Where(one => one.CanBeAskedFor).Select(Deviation.Of).OfType<string>().CountBy(name => name))
            output.WriteLine($"deviation, {deviation.Key}: {deviation.Value}");
        foreach (var one in wrong)
            output.WriteLine(
                $"not as it says: {one.Type} \"{one.Text}\" at {one.Reference}: {Reader.Read(one.Text, At(one), TimePurpose.Any)}");

        output.WriteLine(
            $"all: {asked.Count - wrong.Count} of {asked.Count}; {cases!.Count - cases!.Count(one => one.CanBeAskedFor)} are out of reach");
        Assert.InRange((asked.Count - wrong.Count) / (double)asked.Count, Bar, 1);
    }

    private static bool IsRight(SpecificationCase one) => Reader.Read(one.Text, At(one), TimePurpose.Any) switch
    {
        TimeReading.Found found => Same(one, [found.Time]),
        TimeReading.Ambiguous several => Same(one, several.Candidates),
        TimeReading.Length length => one.Type is "duration" && Seconds(length.Period) == one.Values.Single().Raw,
        TimeReading.NotUnderstood => one.Values.All(value => value.IsUnresolved),
        _ => false,
    };

    private static bool Same(SpecificationCase one, IReadOnlyList<ResolvedTime> read) =>
        one.Type is "time"
            ? read.Select(time => LocalTimePattern.ExtendedIso.Format(time.Start!.Value.TimeOfDay))
                .ToHashSet()
                .SetEquals(one.Values.Select(value => value.Raw))
            : one.Type is not "duration"
                && read.Select(time => (time.Start?.LocalDateTime, time.End?.LocalDateTime))
                    .ToHashSet()
                    .SetEquals(one.Values.Select(value => (value.Start, value.End)));

    private static TimeReference At(SpecificationCase one) => new(one.Reference.InUtc().ToInstant(), DateTimeZone.Utc);

    // The data counts a month as 30 days and a year as 365.
    private static string Seconds(Period period) =>
        (
            (period.Years * 365L * 86400)
            + (period.Months * 30L * 86400)
            + (period - Period.FromYears(period.Years) - Period.FromMonths(period.Months)).ToDuration().TotalSeconds
        ).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
