using System.Text.RegularExpressions;

namespace ChatOpsBot.Tests.Times;

/// <summary>
/// Where operations people mean something else than the public cases say. Each name has a test in <see cref="OperationsTimeTests"/>.
/// </summary>
internal static class Deviation
{
    private static readonly (string Name, Regex Pattern)[] Table =
    [
        ("a night is worked through: it runs into the morning", new(@"^(last night|(tonight|tonite) (at|around) [1-8]\s?(am)?)$")),
        ("day first or month first is asked", new(@"(?<![\d/.-])(0?[1-9]|1[0-2])[/.-](0?[1-9]|1[0-2])(?!\d|[ap]m| [ap]m)(?<!\d[.]\d\d)")),
        ("a month's end is its last day", new(@"end of (the |this |last )?month|month[ -]end")),
        ("a leading zero is of twenty-four hours", new(@"\b0\d:\d\d(?!\s?[ap])")),
        (
            "public holidays differ by country",
            new(
                @"christmas|easter|new year|halloween|thanksgiving|labor day|independence|black friday|earth day|patrick|workers|eid|holiday",
                RegexOptions.IgnoreCase)),
        (
            "the weekday settles the year",
            new(
                @"^(mon|tue|wed|thu|fri|sat|sun)\w*,? ((jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|\d+/\d+)|\((mon|tue|wed|thu|fri|sat|sun)\)")),
        ("last day of a month is one day", new(@"last day of")),
    ];

    public static string? Of(SpecificationCase one) =>
        Table.Where(row => row.Pattern.IsMatch(one.Text)).Select(row => row.Name).FirstOrDefault();
}
