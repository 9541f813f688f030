namespace ChatOpsBot.Domain.Recovery;

/// <summary>What the channels have got of an event.</summary>
/// <param name="Lines">The ones worth a look first: failed, then unknown, waiting, and the rest; at most as many as were asked for.</param>
public sealed record DeliveryStatus(int Sent, int Updated, int Waiting, int Unknown, int Failed, IReadOnlyList<DeliveryLine> Lines)
{
    public int All => Sent + Updated + Waiting + Unknown + Failed;
}

/// <summary>One channel of a <see cref="DeliveryStatus"/>.</summary>
/// <param name="Channel">Its name, or its id where no name is known; null for a General channel, which has none of its own.</param>
/// <param name="State">As <c>DeliveryState</c> of the storage names it.</param>
/// <param name="Why">A code of Teams, or a word of the bot's own; null where nothing went wrong.</param>
public sealed record DeliveryLine(string? Team, string? Channel, string State, bool IsBehind, DateTimeOffset? At, int Resent, string? Why);
