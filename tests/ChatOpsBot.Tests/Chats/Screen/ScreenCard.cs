using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Chats.Screen;

/// <summary>
/// A card of a conversation with everything it has been. The answer to a press changes it for the one who pressed
/// alone, an edited message changes it for everybody (Adaptive Cards, "Universal Action Model"; the Agents SDK calls the answer
/// "replace for interactor").
/// </summary>
internal sealed class ScreenCard(string conversationId, string id)
{
    private readonly List<(JsonNode Card, int Order, string? OnlyFor)> _faces = [];

    public string ConversationId => conversationId;

    public string Id => id;

    /// <param name="order">Grows with everything that happens on the screen.</param>
    /// <param name="onlyFor">The person who sees it; null for everybody.</param>
    public void Turn(JsonNode card, int order, string? onlyFor) => _faces.Add((card, order, onlyFor));

    /// <param name="person">Null for whoever saw it change last.</param>
    public JsonNode? LastSeenBy(string? person) =>
        _faces.LastOrDefault(face => person is null || face.OnlyFor is null || face.OnlyFor == person).Card;

    /// <summary>What the person sees, or everything they saw before it was replaced.</summary>
    public IEnumerable<(JsonNode Card, int Order)> SeenBy(string person, bool isOld)
    {
        var seen = _faces.Where(face => face.OnlyFor is null || face.OnlyFor == person).Select(face => (face.Card, face.Order)).ToList();
        return isOld ? seen.SkipLast(1) : seen.TakeLast(1);
    }
}
