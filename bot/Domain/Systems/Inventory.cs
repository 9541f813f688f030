namespace ChatOpsBot.Domain.Systems;

/// <summary>The systems that requests can be about. Empty where nobody listed them: names are then typed and checked by rule alone.</summary>
/// <param name="all">In the order the operator listed them, each name once; <see cref="Read"/> makes sure of that.</param>
public sealed class Inventory(IReadOnlyList<Lpar> all)
{
    public static Inventory Empty { get; } = new([]);

    public IReadOnlyList<Lpar> All { get; } = all;

    public bool IsEmpty => All.Count == 0;

    /// <summary>Checks what an operator wrote; all its faults are told at once.</summary>
    public static InventoryReading Read(IReadOnlyList<LparEntry> entries)
    {
        var faults = entries.SelectMany(LparRules.Faults).Concat(LparRules.Doubles(entries)).OrderBy(fault => fault.Entry).ToList();
        return faults.Count == 0
            ? new InventoryReading.Right(new([.. entries.Select(LparRules.Checked)]))
            : new InventoryReading.Wrong(faults);
    }

    /// <summary>The system of a name in any case; null for one that is not listed.</summary>
    public Lpar? Find(string? name) => All.FirstOrDefault(lpar => string.Equals(lpar.Name, name?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Null for a system that is not listed: it may be production.</summary>
    public bool? IsProduction(string? name) => Find(name)?.IsProduction;
}
