namespace ChatOpsBot.Domain.Times.Words;

/// <summary>The words of one language for times, as written in times.*.yaml; the head of that file explains each part.</summary>
internal sealed class TimeWordsFile
{
    public required string Language { get; init; }

    public Dictionary<string, List<string>> Signs { get; init; } = [];

    public List<string> Fillers { get; init; } = [];

    public Dictionary<string, int> Numbers { get; init; } = [];

    public Dictionary<string, int> Ordinals { get; init; } = [];

    public Dictionary<string, string> Zones { get; init; } = [];
}
