using ChatOpsBot.Domain.IbmI;
using ChatOpsBot.Domain.Times.Zones;

namespace ChatOpsBot.Domain.Systems;

/// <summary>What an entry of the inventory has to keep to.</summary>
internal static class LparRules
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    public static IEnumerable<InventoryFault> Faults(LparEntry entry, int at)
    {
        (string Field, string? Text)[] told =
        [
            (nameof(entry.Name), string.IsNullOrWhiteSpace(entry.Name) ? "An LPAR has no name." : NameFault(entry.Name)),
            (
                nameof(entry.IsProduction),
                entry.IsProduction is null ? $"{Called(entry)} does not say whether it is production, true or false." : null),
            (nameof(entry.DrPartner), PartnerFault(entry)),
            (nameof(entry.HasDr), entry.HasDr is false && IsSaid(entry.DrPartner)
                ? $"{Called(entry)} has a DR partner, so it cannot be without the DR add-on." : null),
            (nameof(entry.Rto), LengthFault(entry, "RTO", entry.Rto)),
            (nameof(entry.Rpo), LengthFault(entry, "RPO", entry.Rpo)),
            (nameof(entry.TimeZone), IsSaid(entry.TimeZone) && ZoneNames.Find(entry.TimeZone) is null
                ? $"'{entry.TimeZone}' is no time zone; it takes a name such as Europe/Berlin." : null),
        ];
        return told.Where(it => it.Text is not null).Select(it => new InventoryFault(at, it.Field, it.Text!));
    }

    /// <summary>Every entry whose name an earlier one has.</summary>
    public static IEnumerable<InventoryFault> Doubles(IReadOnlyList<LparEntry> entries) => entries
        .Select((entry, at) => (Name: entry.Name?.Trim() ?? "", At: at))
        .Where(it => it.Name.Length > 0)
        .GroupBy(it => it.Name, StringComparer.OrdinalIgnoreCase)
        .SelectMany(same => same.Skip(1))
        .Select(it => new InventoryFault(it.At, nameof(LparEntry.Name), $"{it.Name} is listed more than once."));

    /// <summary>The system of an entry without a fault.</summary>
    public static Lpar Checked(LparEntry entry) => new()
    {
        Name = entry.Name!.Trim(),
        IsProduction = entry.IsProduction!.Value,
        HasDr = entry.HasDr ?? IsSaid(entry.DrPartner),
        DrPartner = IsSaid(entry.DrPartner) ? entry.DrPartner!.Trim() : null,
        Rto = entry.Rto,
        Rpo = entry.Rpo,
        Zone = ZoneNames.Find(entry.TimeZone),
    };

    private static string? NameFault(string name) => IbmINames.Lpar(name) is Checked<LparName>.Right ? null
        : $"'{name}' is no LPAR name: at most {LparName.Longest} letters, digits, blanks and . _ -, with a letter or digit first and last.";

    private static string? PartnerFault(LparEntry entry) => !IsSaid(entry.DrPartner) ? null
        : string.Equals(entry.DrPartner!.Trim(), entry.Name?.Trim(), StringComparison.OrdinalIgnoreCase)
            ? $"{Called(entry)} cannot be its own DR partner."
            : NameFault(entry.DrPartner);

    private static string? LengthFault(LparEntry entry, string what, TimeSpan? length) =>
        length < TimeSpan.Zero ? $"The {what} of {Called(entry)} is less than nothing."
        : length > Longest ? $"The {what} of {Called(entry)} is longer than a year."
        : null;

    private static string Called(LparEntry entry) => IsSaid(entry.Name) ? entry.Name!.Trim() : "An LPAR";

    private static bool IsSaid(string? text) => !string.IsNullOrWhiteSpace(text);
}
