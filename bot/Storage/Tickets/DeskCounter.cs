namespace ChatOpsBot.Storage.Tickets;

/// <summary>The one row that every writer at the desk changes first, so that they come one after the other.</summary>
internal sealed class DeskCounter
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    /// <summary>Number of the newest ticket.</summary>
    public long LastNumber { get; init; }

    /// <summary>Time of the newest change.</summary>
    public DateTimeOffset LastChange { get; init; }
}
