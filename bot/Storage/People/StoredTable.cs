namespace ChatOpsBot.Storage.People;

/// <summary>What a table holds: said here for every table and column, so that people can be told, and nothing is stored unsaid.</summary>
/// <param name="Name">Of the table.</param>
/// <param name="What">One line on what a row is.</param>
/// <param name="Kept">How long, with the setting that decides.</param>
/// <param name="SeenBy">Who gets to see it beside those with access to the database.</param>
public sealed record StoredTable(string Name, string What, string Kept, string SeenBy)
{
    /// <summary>Columns with the id of a person: the Entra object id, where known.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Columns with a display name.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Columns with a way to a chat or a message, which may be one with a single person.</summary>
    public IReadOnlyList<string> Chats { get; init; } = [];

    /// <summary>Columns with what people typed, or documents that hold it, ids and names among it.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Columns that say nothing about a person by themselves.</summary>
    public IReadOnlyList<string> Other { get; init; } = [];

    /// <summary>What becomes of it when a person asks to be forgotten; null where it holds nothing about a person.</summary>
    public string? Forgotten { get; init; }

    public IEnumerable<string> Columns => [.. Ids, .. Names, .. Chats, .. Texts, .. Other];

    public bool IsAboutPeople => Ids.Count + Names.Count + Chats.Count + Texts.Count > 0;
}
