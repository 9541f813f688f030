namespace ChatOpsBot.Domain;

/// <summary>What a card, an outbox message or a turn is about: one request or one DR event.</summary>
public readonly record struct Subject(SubjectKind Kind, Guid Id)
{
    public static Subject Request(Guid id) => new(SubjectKind.Request, id);

    public static Subject Event(Guid id) => new(SubjectKind.Event, id);
}

/// <summary>Stored by name.</summary>
public enum SubjectKind
{
    Request,
    Event,
}
