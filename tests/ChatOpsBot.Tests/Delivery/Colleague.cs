using System.Text.Json.Nodes;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>Somebody who talks to a bot in a personal chat, and sees what Teams shows there.</summary>
/// <param name="deliver">Brings an activity to the bot.</param>
internal sealed class Colleague(FakeTeams teams, Func<JsonObject, Task<(int Status, JsonNode? Body)>> deliver, string name)
{
    private static int _ids = 1000;

    private readonly ChatPlace _place = new(ChatPlace.Personal, name, "en-US");

    /// <summary>The newest card of the chat: its message and what it shows.</summary>
    public FakeMessage Card => teams.Messages.Last(message => message.ConversationId == _place.ConversationId && message.Card is not null);

    /// <summary>What the response to the last press put in the place of the pressed card; null where it did not.</summary>
    public JsonNode? Answer { get; private set; }

    /// <summary>What the response to the last press told in a line; null where it did not.</summary>
    public string? Notice { get; private set; }

    /// <summary>The texts of this chat, oldest first.</summary>
    public IReadOnlyList<string> Texts =>
        [
            .. teams
                .Messages.Where(message => message.ConversationId == _place.ConversationId)
                .Select(message => message.Text)
                .OfType<string>(),
        ];

    /// <summary>What was sent last, for Teams to deliver it again.</summary>
    public JsonObject Last { get; private set; } = [];

    public Task SaysAsync(string text) => SendAsync(ChatActivity.Said(_place, NewId(), text));

    /// <param name="on">The card pressed on; null for the newest of the chat.</param>
    public async Task PressesAsync(string button, JsonNode? on = null, params (string Input, string Said)[] fills)
    {
        var message = Card;
        await SendAsync(PressOf(button, on ?? Answer ?? message.Card!, message.Id, fills));
    }

    /// <summary>Asks for the request, and approves it on its card.</summary>
    public async Task ApprovesAsync(string key)
    {
        await SaysAsync($"approve {key}");
        await PressesAsync("Approve");
    }

    /// <summary>The press as Teams would deliver it.</summary>
    public JsonObject PressOf(string button, JsonNode card, string message, params (string Input, string Said)[] fills)
    {
        var press = CardPress.Of(card, new Press(button) { Fills = fills });
        return ChatActivity.Pressed(_place, NewId(), message, press.Verb!, press.Data);
    }

    /// <summary>Teams brings the last activity once more: a message with its id, a press with a new one.</summary>
    public Task AgainAsync()
    {
        var again = (JsonObject)Last.DeepClone();
        if ((string?)again["type"] == "invoke")
            again["id"] = NewId();
        return SendAsync(again);
    }

    public async Task SendAsync(JsonObject activity)
    {
        Last = activity;
        var (status, body) = await deliver((JsonObject)activity.DeepClone());
        Assert.Equal(200, status);
        Notice = body?["value"] switch
        {
            JsonValue line => (string?)line,
            JsonObject { } told => (string?)told["message"],
            _ => null,
        };
        Answer = ((string?)body?["type"])?.EndsWith("card.adaptive", StringComparison.Ordinal) is true ? body!["value"]!.DeepClone() : null;
    }

    private static string NewId() => $"{Interlocked.Increment(ref _ids)}";
}
