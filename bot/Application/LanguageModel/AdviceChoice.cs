namespace ChatOpsBot.Application.LanguageModel;

/// <summary>What a language model answers, before it is checked: see <see cref="AdviceSchema"/>.</summary>
internal sealed record AdviceChoice
{
    public required string Choice { get; init; }

    public required IReadOnlyList<int> Rows { get; init; }

    public required string? Side { get; init; }

    public required string? Request { get; init; }

    public required string? SmallTalk { get; init; }

    public required IReadOnlyList<AdviceValue> Values { get; init; }
}

/// <summary>A value that the message names, copied from it.</summary>
internal sealed record AdviceValue
{
    public required string Slot { get; init; }

    public required string Text { get; init; }
}
