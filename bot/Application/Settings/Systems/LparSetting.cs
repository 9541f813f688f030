namespace ChatOpsBot.Application.Settings.Systems;

/// <summary>What settings or a file say about one LPAR: texts still to be read.</summary>
/// <param name="Place">Where that stands, as a fault names it.</param>
/// <param name="Fields">By the field's name, in any case.</param>
internal sealed record LparSetting(string Place, IReadOnlyDictionary<string, WrittenField> Fields);

/// <summary>A value as text, and where it stands.</summary>
internal sealed record WrittenField(string Text, string Place);

/// <summary>What was found, and the faults that kept more from being found.</summary>
internal sealed record WrittenSystems(IReadOnlyList<LparSetting> Lpars, IReadOnlyList<string> Faults)
{
    public static WrittenSystems Fault(string text) => new([], [text]);
}
