using System.Collections.Frozen;

namespace ChatOpsBot.Domain.Systems;

/// <summary>
/// The systems that requests can be about. Empty where nobody listed them: names are then typed and checked by rule alone.
/// </summary>
public sealed class Inventory
{
    private readonly Dictionary<string, Lpar> _byName;

    private Inventory(IReadOnlyList<Lpar> all)
    {
        All = all;
        _byName = all.ToDictionary(lpar => lpar.Name, StringComparer.OrdinalIgnoreCase);
        Names = all.Select(lpar => lpar.Name).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    public static Inventory Empty { get; } = new([]);

    /// <summary>In the order the operator listed them.</summary>
    public IReadOnlyList<Lpar> All { get; }

    /// <summary>Names of all, compared in any case.</summary>
    public IReadOnlySet<string> Names { get; }

    public bool IsEmpty => All.Count == 0;

    /// <summary>Checks a list; all its faults are told at once.</summary>
    public static InventoryReading Read(IReadOnlyList<LparEntry> entries)
    {
        var faults = entries.SelectMany(LparRules.Faults).Concat(LparRules.Doubles(entries)).OrderBy(fault => fault.Entry).ToList();
        return faults.Count == 0
            ? new InventoryReading.Right(new([.. entries.Select(LparRules.Checked)]))
            : new InventoryReading.Wrong(faults);
    }

    /// <summary>The system of a name in any case; null for one that is not listed.</summary>
    public Lpar? Find(string? name) => name is null ? null : _byName.GetValueOrDefault(name.Trim());

    /// <summary>The systems whose names stand in a text as words of their own, in the order of the list.</summary>
    public IReadOnlyList<Lpar> NamedIn(string text)
    {
        var words = text.Split([.. text.Where(sign => !IsOfName(sign)).Distinct()], StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. All.Where(lpar => words.Contains(lpar.Name))];
    }

    // Letters beyond ASCII end a name: Japanese writes no space behind it.
    private static bool IsOfName(char sign) => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '-' or '#' or '@' or '$';

    /// <summary>Null for a system that is not listed: it may be production.</summary>
    public bool? IsProduction(string? name) => Find(name)?.IsProduction;
}
