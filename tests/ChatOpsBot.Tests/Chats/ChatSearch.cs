using System.Text.Json.Nodes;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Chats;

/// <summary>The list that a compose box shows, as it came over the wire.</summary>
internal sealed class ChatSearch(FoundList found)
{
    public static ChatSearch Empty { get; } = new(new FoundList(200, null));

    /// <summary>A result a line, or the sentence that stands in the place of the list.</summary>
    public string Picture => found switch
    {
        { Status: not 200 } => $"(HTTP {found.Status})",
        { Message: { } message } => $"(no list) {message}",
        { Hits.Count: 0 } => "(an empty list)",
        _ => "finds\n" + string.Join('\n', found.Hits.Select(hit => $"{hit.Title} | {hit.Text}")),
    };

    public JsonNode CardOf(string title) =>
        found.Hits.FirstOrDefault(hit => hit.Title.StartsWith(title, StringComparison.Ordinal))?.Card
        ?? throw new FormatException($"No result is called \"{title}\".");
}
