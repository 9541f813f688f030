using ChatOpsBot.Domain.IbmI;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Domain.Times;
using NodaTime;

namespace ChatOpsBot.Domain.Requests.Fields;

/// <summary>All that a field may know beside the text: when and where it was typed, by whom, and the systems there are.</summary>
public sealed record FieldContext
{
    public required Instant Now { get; init; }

    /// <summary>The zone of the person who types.</summary>
    public required DateTimeZone Zone { get; init; }

    public required Person Who { get; init; }

    /// <summary>Two-letter code of the language the person types in.</summary>
    public required string Language { get; init; }

    public required Inventory Systems { get; init; }

    public required IbmINames Names { get; init; }

    public required TimeReader Times { get; init; }

    /// <summary>The people who were sought before the turn, by the name of their mention in any case, or by object id.</summary>
    public IReadOnlyDictionary<string, PersonMeant> People { get; init; } = new Dictionary<string, PersonMeant>();
}
