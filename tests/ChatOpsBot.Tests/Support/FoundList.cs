using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Support;

/// <summary>
/// The answer to a search from a compose box, read as a client reads it: by the shape that Teams documents, and strictly.
/// </summary>
internal sealed record FoundList(int Status, JsonNode? Body)
{
    /// <summary>The sentence in the place of a list; null for a list.</summary>
    public string? Message => (string?)Extension?["type"] == "message" ? (string)Extension!["text"]! : null;

    public IReadOnlyList<FoundHit> Hits => (string?)Extension?["type"] == "result" && (string?)Extension["attachmentLayout"] == "list"
        ? [.. Extension["attachments"]!.AsArray().Select(Read)]
        : [];

    public IEnumerable<string> Titles => Hits.Select(hit => hit.Title);

    /// <summary>The names of the rows, which the title of a row begins with.</summary>
    public IEnumerable<string> Tasks => Titles.Select(title => title.Split(": ")[0]);

    private JsonNode? Extension => Body?["composeExtension"];

    private static FoundHit Read(JsonNode? hit)
    {
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)hit!["contentType"]);
        Assert.Equal("application/vnd.microsoft.card.thumbnail", (string?)hit["preview"]!["contentType"]);
        var preview = hit["preview"]!["content"]!;
        return new((string)preview["title"]!, (string)preview["text"]!, hit["content"]!.AsObject());
    }
}

/// <summary>One result: what the list shows of it, and the card that is inserted.</summary>
internal sealed record FoundHit(string Title, string Text, JsonObject Card);
