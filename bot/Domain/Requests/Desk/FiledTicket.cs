using System.Text.Json.Serialization;

namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>A ticket as the desk has it.</summary>
/// <param name="Number">The desk's own number; null where it has not told one, or has none.</param>
/// <param name="Changed">When the desk changed it last.</param>
public sealed record FiledTicket(string? Number, TicketState State, DateTimeOffset Changed)
{
    /// <summary>Where it is. What was stored before there were several is at the local desk.</summary>
    public DeskKind Desk { get; init; }

    /// <summary>What the desk's own interface calls it by, where that is not the number.</summary>
    public string? Id { get; init; }

    /// <summary>What the desk wrote last for the requester; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>When it wrote that; null where it does not say.</summary>
    public DateTimeOffset? NotedAt { get; init; }

    /// <summary>When the desk had its say last, by its own clock.</summary>
    [JsonIgnore]
    public DateTimeOffset SpokeAt => NotedAt ?? Changed;

    /// <summary>The desk's own word for the state, where ours says less; null otherwise.</summary>
    public string? Word { get; init; }

    /// <summary>Where people look at it; null where the desk has no page for it.</summary>
    public Uri? Link { get; init; }

    /// <summary>Nothing comes back from the desk: it was handed over, and what becomes of it is not known here.</summary>
    public bool IsSilent { get; init; }

    /// <summary>A time of a change after the last one: the desk's clock may be ahead of ours.</summary>
    public DateTimeOffset Later(DateTimeOffset now) => now > Changed ? now : Changed.AddMilliseconds(1);

    /// <summary>The same ticket, as it stood at another time: a number may come late.</summary>
    public bool IsSameAs(FiledTicket other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Number is null || other.Number is null ? Id is not null && Id == other.Id : Number == other.Number;
    }
}
