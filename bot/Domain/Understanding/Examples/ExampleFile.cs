namespace ChatOpsBot.Domain.Understanding.Examples;

/// <summary>The example file as it is written: sentences by what they mean.</summary>
internal sealed class ExampleFile
{
    /// <summary>Questions about duties: row, then "ibm", "client" or "both".</summary>
    public Dictionary<string, Dictionary<string, List<string>>> Who { get; init; } = [];

    /// <summary>Wishes by request type.</summary>
    public Dictionary<string, List<string>> Request { get; init; } = [];

    public List<string> DrEvent { get; init; } = [];

    public List<string> SmallTalk { get; init; } = [];

    public List<string> Outside { get; init; } = [];
}
