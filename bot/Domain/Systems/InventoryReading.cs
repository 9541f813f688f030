namespace ChatOpsBot.Domain.Systems;

/// <summary>What a list of systems turned out to be.</summary>
public abstract record InventoryReading
{
    private InventoryReading()
    {
    }

    public sealed record Right(Inventory Inventory) : InventoryReading;

    /// <summary>Everything that is wrong, in the order of the list.</summary>
    public sealed record Wrong(IReadOnlyList<InventoryFault> Faults) : InventoryReading;
}

/// <summary>Something wrong in a list of systems.</summary>
/// <param name="Entry">Which entry, counted from 0.</param>
/// <param name="Field">Which property of <see cref="LparEntry"/>.</param>
/// <param name="Text">A sentence for the operator: what is wrong, and what would be right.</param>
public sealed record InventoryFault(int Entry, string Field, string Text);
