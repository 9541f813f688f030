using System.Text.Json.Nodes;
using ChatOpsBot.Tests.Chats.Screen;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Chats;

/// <summary>Says in words what the bot did, and puts its cards on the screen.</summary>
internal sealed class ChatNotes(RunningBot bot, ChatScreen screen)
{
    private int _seen;

    /// <summary>What reached Teams since the last time.</summary>
    public IReadOnlyList<string> Changes(ChatPlace here)
    {
        var changes = bot.Teams.Changes;
        var fresh = changes.Skip(_seen).ToList();
        _seen = changes.Count;
        return [.. fresh.Select(change => here.WayTo(change.ConversationId) + Change(change))];
    }

    /// <summary>What stands in the response to an activity; null when nothing does.</summary>
    /// <param name="card">The pressed card.</param>
    public string? Response(ChatPlace presser, (string ConversationId, string Id)? card, int status, JsonNode? body)
    {
        if (status != 200)
            return $"(HTTP {status})";
        if ((string?)body?["type"] is not { } type)
            return null;

        if (IsCard(type))
            return CardChange.Of(screen.LastSeen(card!.Value.ConversationId, card.Value.Id, presser.Person), body["value"]!);
        if (type.EndsWith("error", StringComparison.Ordinal))
            return $"(error {body["statusCode"]}) {WithoutReference((string)body["value"]!["message"]!)}";
        return (string?)body["value"] is { Length: > 0 } notice ? $"(notice) {notice}" : null;
    }

    /// <summary>Puts the card of a response, if it is one, where the pressed card was.</summary>
    public void Show(ChatPlace presser, (string ConversationId, string Id)? card, JsonNode? body)
    {
        if (IsCard((string?)body?["type"]))
            screen.Show(card!.Value.ConversationId, card.Value.Id, body!["value"]!, onlyFor: presser.Person);
    }

    private static bool IsCard(string? type) => type?.EndsWith("card.adaptive", StringComparison.Ordinal) == true;

    private string Change(FakeChange change)
    {
        if (change.Kind is FakeChangeKind.Missed)
            return "(finds the card gone)";
        if (change.Kind is FakeChangeKind.Deleted)
            return "takes a message away";

        var isEdit = change.Kind is FakeChangeKind.Edited;
        if (change.Content["attachments"]?[0]?["content"] is not { } card)
            return (isEdit ? "changes the card to " : "") + WithoutReference((string)change.Content["text"]!);

        var before = screen.LastSeen(change.ConversationId, change.MessageId);
        screen.Show(change.ConversationId, change.MessageId, card);
        return isEdit ? CardChange.Of(before, card) : $"card {CardPicture.Of(card)}";
    }

    // The reference is chance; what counts is that the log has the very same.
    private string WithoutReference(string text) =>
        text.Split(' ').LastOrDefault() is { Length: 6 } reference
        && bot.Log.Lines.Any(line => line.Contains($"Turn {reference} ", StringComparison.Ordinal))
            ? text[..^6] + "<the one in the log>"
            : text;
}
