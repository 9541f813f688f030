using System.Globalization;
using System.Text.Json;
using ChatOpsBot.Tests.Support;
using NodaTime;
using NodaTime.Text;

namespace ChatOpsBot.Tests.Times;

/// <summary>
/// One case of the public test data of the Recognizers (Specs/DateTime/English/DateTimeModel.json): a text and what it resolves to.
/// </summary>
internal sealed record SpecificationCase(string Type, string Text, LocalDateTime Reference, IReadOnlyList<SpecificationValue> Values)
{
    private const int LongestDays = 31;
    private const int YearsBack = 10;
    private const int YearsAhead = 2;
    private static readonly string[] Types = ["date", "datetime", "datetimerange", "daterange", "time", "duration"];

    /// <summary>The cases of one entity of a type for restore points and windows; null where the data is not there.</summary>
    public static IReadOnlyList<SpecificationCase>? Read()
    {
        if (SharedFolder.File("data/specs/recognizers-datetime-english.json") is not { } path)
            return null;

        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.EnumerateArray().Where(IsForUs).Select(Make).Where(read => Types.Contains(read.Type))];
    }

    /// <summary>
    /// Near enough to be asked for and short enough to be meant: nobody restores from "the 15th century" or opens a window of a year.
    /// A day that does not exist has to be refused, so it counts.
    /// </summary>
    public bool CanBeAskedFor => Type is "time" or "duration" || Values.All(value => value.Start is null && value.End is null
        ? value.IsUnresolved && Type is not "daterange"
        : Near(value.Start) && Near(value.End) && value.Days <= LongestDays);

    private bool Near(LocalDateTime? time) =>
        time is not { } known || (known > Reference.PlusYears(-YearsBack) && known < Reference.PlusYears(YearsAhead));

    private static bool IsForUs(JsonElement one) => one.GetProperty("Results").GetArrayLength() == 1
        && !Unsupported(one, "NotSupported") && !Unsupported(one, "NotSupportedByDesign");

    private static bool Unsupported(JsonElement one, string name) =>
        one.TryGetProperty(name, out var platforms) && platforms.GetString()!.Contains("dotnet", StringComparison.Ordinal);

    private static SpecificationCase Make(JsonElement one)
    {
        var result = one.GetProperty("Results")[0];
        var type = result.GetProperty("TypeName").GetString()!.Split('.')[^1];
        var reference = one.TryGetProperty("Context", out var context)
            ? LocalDateTime.FromDateTime(
                DateTime.Parse(context.GetProperty("ReferenceDateTime").GetString()!, CultureInfo.InvariantCulture))
            : new LocalDateTime(2020, 1, 1, 0, 0);
        var values = result.TryGetProperty("Resolution", out var resolution) && resolution.TryGetProperty("values", out var all)
            ? all.EnumerateArray().Select(value => SpecificationValue.Read(type, value)).ToList() : [];
        return new(type, result.GetProperty(nameof(Text)).GetString()!, reference, values);
    }
}

/// <summary>One reading of a case; ends as the data has them, a day as its first and the next midnight.</summary>
internal sealed record SpecificationValue(LocalDateTime? Start, LocalDateTime? End, string Raw)
{
    public bool IsUnresolved => Raw is "not resolved";

    public double Days => Start is { } start && End is { } end ? Period.Between(start, end, PeriodUnits.Hours).Hours / 24.0 : 0;

    public static SpecificationValue Read(string type, JsonElement value)
    {
        var raw = Text(value, "value");
        if (raw is "" && type is not ("time" or "duration"))
            return new(Local(Text(value, "start")), Closed(Local(Text(value, "end"))), "");

        return Local(raw) is not { } point || type is "time" or "duration" ? new(null, null, raw)
            : new(point, type is "date" ? point.PlusDays(1) : point, raw);
    }

    // The data closes a night at its last second.
    private static LocalDateTime? Closed(LocalDateTime? end) =>
        end is { Hour: 23, Minute: 59, Second: 59 } last ? last.PlusSeconds(1) : end;

    private static string Text(JsonElement value, string name) => value.TryGetProperty(name, out var text) ? text.GetString()! : "";

    private static LocalDateTime? Local(string text) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss").Parse(text) is { Success: true } full ? full.Value
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value.AtMidnight() : null;
}
