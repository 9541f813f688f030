using NodaTime;

namespace ChatOpsBot.Domain.Times.Grammar;

/// <summary>
/// Two times of a day; which halves of the day are meant follows from each other: "9:30-4:30pm", "11-4", "22:00 to 06:00".
/// </summary>
internal sealed record ClockRange(Clock From, Clock To)
{
    public IEnumerable<Stretch> On(LocalDate day, DayPart? part)
    {
        var pairs = From.In(part).On(day, part)
            .SelectMany(from => Ends(day, part).Where(to => to > from).Order().Take(1).Select(to => new Stretch(from, to))).ToList();
        if (pairs.Count == 0)
            pairs =
            [
                .. From.On(day, part).Take(1).SelectMany(from => To.On(day.PlusDays(1), part).Take(1).Select(to => new Stretch(from, to))),
            ];

        return Shortest(pairs);
    }

    private IEnumerable<LocalDateTime> Ends(LocalDate day, DayPart? part) => To.In(part).On(day, part);

    private static IEnumerable<Stretch> Shortest(List<Stretch> pairs)
    {
        if (pairs.Count == 0)
            return [];

        var least = pairs.Min(Minutes);
        return pairs.Where(pair => Minutes(pair) == least);
    }

    private static long Minutes(Stretch pair) => Period.Between(pair.From!.Value, pair.To!.Value, PeriodUnits.Minutes).Minutes;
}
