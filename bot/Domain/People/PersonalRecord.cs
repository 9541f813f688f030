namespace ChatOpsBot.Domain.People;

/// <summary>Something that is stored about a person.</summary>
/// <param name="Name">As people call it: a key, a system, a team; empty for what has no name.</param>
/// <param name="Begun">When it began to be stored.</param>
/// <param name="At">When it changed last, or ends by itself.</param>
/// <param name="IsNamed">The display name stands in it.</param>
public sealed record PersonalRecord(RecordKind Kind, string Name, DateTimeOffset Begun, DateTimeOffset At, bool IsNamed = false)
{
    public RecordFate Fate => FateOf(Kind);

    public static RecordFate FateOf(RecordKind kind) => kind switch
    {
        RecordKind.Draft or RecordKind.Reminder or RecordKind.Chat or RecordKind.Link => RecordFate.Goes,
        RecordKind.OwnOpen or RecordKind.OthersOpen or RecordKind.EventOpen => RecordFate.StaysForNow,
        _ => RecordFate.LosesName,
    };
}
