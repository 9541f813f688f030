using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Security.Wild;

/// <summary>One conversation of a session, with the cards that can be pressed in it.</summary>
internal sealed class WildChat(string id, string kind)
{
    private const int MostCards = 6;

    private readonly Lock _lock = new();
    private readonly List<(string Message, JsonNode Card)> _cards = [];
    private string _pressed = "";

    /// <summary>What is wrong with what was written here.</summary>
    public List<string> Complaints { get; } = [];

    public string Id => id;

    public string Kind => kind;

    /// <param name="message">Its id; null for what the response to a press puts in the place of the pressed card.</param>
    public void Hears(string? message, string json)
    {
        var complaints = ReplyRules.Complaints(json).ToList();
        lock (_lock)
        {
            Complaints.AddRange(complaints.Select(complaint => $"{complaint}\n{json}"));
            if (complaints.Count > 0 || CardIn(JsonNode.Parse(json)) is not { } card)
                return;
            if (_cards.Count == MostCards)
                _cards.RemoveAt(0);
            _cards.Add((message ?? _pressed, card));
        }
    }

    public IReadOnlyList<string> TakeComplaints()
    {
        lock (_lock)
        {
            List<string> taken = [.. Complaints];
            Complaints.Clear();
            return taken;
        }
    }

    /// <summary>A card that stands here, the newest more often than others; null where there is none yet.</summary>
    public (string Message, JsonNode Card)? Card(Random random)
    {
        lock (_lock)
        {
            if (_cards.Count == 0)
                return null;

            var card = _cards[random.Next(2) == 0 ? _cards.Count - 1 : random.Next(_cards.Count)];
            _pressed = card.Message;
            return card;
        }
    }

    private static JsonNode? CardIn(JsonNode? said) =>
        said?["attachments"]?[0]?["content"] ?? (said?["value"] is JsonObject card && (string?)card["type"] == "AdaptiveCard" ? card : null);
}
