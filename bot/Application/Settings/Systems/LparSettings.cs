using ChatOpsBot.Domain.Systems;
using NodaTime.Text;

namespace ChatOpsBot.Application.Settings.Systems;

/// <summary>Reads the texts about one LPAR as what they are to be.</summary>
internal sealed class LparSettings(LparSetting written)
{
    // The names that settings and files use, and the properties of LparEntry that faults speak of.
    private static readonly Dictionary<string, string> Names = new()
    {
        ["name"] = nameof(LparEntry.Name),
        ["production"] = nameof(LparEntry.IsProduction),
        ["hasDr"] = nameof(LparEntry.HasDr),
        ["drPartner"] = nameof(LparEntry.DrPartner),
        ["rto"] = nameof(LparEntry.Rto),
        ["rpo"] = nameof(LparEntry.Rpo),
        ["timeZone"] = nameof(LparEntry.TimeZone),
    };

    // Not TimeSpan's own reading: that takes 24:00:00 for 24 days.
    private static readonly DurationPattern[] Lengths =
    [
        DurationPattern.CreateWithInvariantCulture("-H:mm:ss"),
        DurationPattern.CreateWithInvariantCulture("-H:mm"),
        DurationPattern.CreateWithInvariantCulture("-D.hh:mm:ss"),
    ];

    private readonly List<string> _faults = [];

    /// <summary>What could not be read; whole once <see cref="Read"/> has run.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public LparEntry Read()
    {
        foreach (var field in written.Fields.Where(it => !Names.Keys.Contains(it.Key, StringComparer.OrdinalIgnoreCase)))
            _faults.Add($"{field.Value.Place}: unknown field; an LPAR has {string.Join(", ", Names.Keys)}.");

        return new()
        {
            Name = Text("name"),
            IsProduction = Flag("production"),
            HasDr = Flag("hasDr"),
            DrPartner = Text("drPartner"),
            Rto = Length("rto"),
            Rpo = Length("rpo"),
            TimeZone = Text("timeZone"),
        };
    }

    /// <summary>Where the field of a fault stands; the whole entry where the field was left out.</summary>
    public string PlaceOf(InventoryFault fault) =>
        Field(Names.First(it => it.Value == fault.Field).Key)?.Place ?? written.Place;

    private WrittenField? Field(string name) => written.Fields.GetValueOrDefault(name);

    private string? Text(string name) => Field(name)?.Text;

    private bool? Flag(string name)
    {
        if (Field(name) is not { Text.Length: > 0 } field)
            return null;
        if (bool.TryParse(field.Text, out var flag))
            return flag;

        _faults.Add($"{field.Place}: '{field.Text}' must be true or false.");
        // Said, though not readable: one fault is enough.
        return true;
    }

    private TimeSpan? Length(string name)
    {
        if (Field(name) is not { Text.Length: > 0 } field)
            return null;
        if (Lengths.Select(pattern => pattern.Parse(field.Text.Trim())).FirstOrDefault(read => read.Success) is { } length
            && Math.Abs(length.Value.TotalDays) < TimeSpan.MaxValue.TotalDays)
            return length.Value.ToTimeSpan();

        _faults.Add($"{field.Place}: '{field.Text}' is not a duration; use hours, minutes and seconds such as 04:00:00.");
        return null;
    }
}
