namespace ChatOpsBot.Domain.Systems;

/// <summary>The systems that requests can be made for.</summary>
public sealed class Inventory(IReadOnlyList<Lpar> all)
{
    public static Inventory Empty { get; } = new([]);

    public IReadOnlyList<Lpar> All { get; } = all;

    public bool IsEmpty => All.Count == 0;

    public Lpar? Find(string? name) => All.FirstOrDefault(lpar => string.Equals(lpar.Name, name, StringComparison.OrdinalIgnoreCase));
}
