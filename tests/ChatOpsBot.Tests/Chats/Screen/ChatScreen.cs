using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Chats.Screen;

/// <summary>Every card the bot has shown, by conversation and message, as each person sees it.</summary>
internal sealed class ChatScreen
{
    private readonly List<ScreenCard> _cards = [];
    private readonly List<JsonNode> _shown = [];
    private int _order;

    /// <summary>Every face that any card has had, in the order they came.</summary>
    public IReadOnlyList<JsonNode> Shown => _shown;

    /// <summary>The card stands there now.</summary>
    /// <param name="onlyFor">The one who pressed, when this came as the answer; null for a card that was sent or edited.</param>
    public void Show(string conversationId, string id, JsonNode card, string? onlyFor = null)
    {
        var shown = On(conversationId, id);
        if (shown is null)
            _cards.Add(shown = new ScreenCard(conversationId, id));
        shown.Turn(card, ++_order, onlyFor);
        _shown.Add(card);
    }

    /// <summary>The card as the person saw it last; null when it never stood there.</summary>
    /// <param name="person">Null for whoever saw it change last.</param>
    public JsonNode? LastSeen(string conversationId, string id, string? person = null) => On(conversationId, id)?.LastSeenBy(person);

    /// <summary>The card a person presses on, as they see it.</summary>
    public (ScreenCard Card, JsonNode Face) Find(ChatPlace place, Press press)
    {
        var faces = _cards.Where(card => place.Holds(card.ConversationId))
            .SelectMany(card => card.SeenBy(place.Person, isOld: press.IsOld).Select(face => (On: card, face.Card, face.Order)));
        var found = faces.Where(face => press.Card is null || CardPicture.Title(face.Card).StartsWith(press.Card, StringComparison.Ordinal))
            .OrderByDescending(face => HasButton(face.Card, press)).ThenByDescending(face => face.Order).FirstOrDefault();
        return found.On is null
            ? throw new FormatException($"There is no {(press.IsOld ? "old " : "")}card {press.Card} to press \"{press.Button}\" on.")
            : (found.On, found.Card);
    }

    private ScreenCard? On(string conversationId, string id) =>
        _cards.Find(known => known.Id == id && known.ConversationId == conversationId);

    // Several cards may have the same title; a person presses on one that has the button.
    private static bool HasButton(JsonNode card, Press press) => CardTree.All(card).Any(node => (string?)node["title"] == press.Button);
}
