using System.Text.Json.Nodes;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Chats;

/// <summary>Where a chat is played: the bot, the people, the place they are in, and the card that was shown last.</summary>
internal sealed class ChatStage(RunningBot bot) : IAsyncDisposable
{
    private readonly Dictionary<string, string> _locales = [];
    private readonly List<string> _happened = [];
    private string _person = "ana";
    private string _place = "a personal chat";
    private JsonObject? _lastSent;
    private (string Id, JsonNode Card)? _card;
    private int _seen;
    private int _ids = 100;

    public static async Task<ChatStage> StartAsync() => new(await RunningBot.StartAsync());

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    public IReadOnlyList<string> TakeWhatHappened()
    {
        string[] happened = [.. _happened];
        _happened.Clear();
        return happened;
    }

    public Task SetLocale(string person, string locale)
    {
        _locales[person] = locale;
        return Task.CompletedTask;
    }

    public Task GoTo(string place)
    {
        _place = place;
        return Task.CompletedTask;
    }

    public async Task SayAsync(string person, string text)
    {
        _person = person;
        var delivery = DeliverAsync(ChatActivity.Said(Place, NextId(), text));
        // A topic that sleeps is given up when the time limit passes, and here time passes when somebody lets it.
        if (await Task.WhenAny(delivery, bot.Faults.Asleep) != delivery)
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(10));
            bot.Faults.WakeNext();
        }

        await delivery;
    }

    public Task PressAsync(string button, string choice, bool asMessage)
    {
        var (id, card) = _card ?? throw new FormatException($"There is no card to press \"{button}\" on.");
        var (verb, data) = CardPicture.Button(card, button, choice);
        return DeliverAsync(asMessage
            ? ChatActivity.Submitted(Place, NextId(), id, verb, data)
            : ChatActivity.Pressed(Place, NextId(), id, verb, data));
    }

    /// <summary>A press that no card on the screen has: an old card, or somebody who makes one up.</summary>
    public Task SendPressAsync(string verb, string pairs)
    {
        var data = new JsonObject(pairs.Split(", ", StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (JsonNode?)pair[1])));
        return DeliverAsync(ChatActivity.Pressed(Place, NextId(), "an old card", verb, data));
    }

    public Task AgainAsync(bool newId)
    {
        var again = (JsonObject)_lastSent!.DeepClone();
        if (newId)
            again["id"] = NextId();
        return DeliverAsync(again);
    }

    public Task LetPassAsync(TimeSpan time)
    {
        bot.Clock.Advance(time);
        return Task.CompletedTask;
    }

    public Task RestartAsync() => bot.RestartAsync();

    /// <summary>Teams tells of an installation, and of the bot as a new member; both under an id of their own.</summary>
    public async Task InstallAsync(string action)
    {
        await DeliverAsync(ChatActivity.Installed(Place, NextId(), action), quiet: true);
        if (action == "add")
            await DeliverAsync(ChatActivity.Joined(Place, NextId()), quiet: true);
        if (_happened.Count == 0)
            _happened.Add("(nothing)");
    }

    public Task LoseCardAsync()
    {
        bot.Teams.Forget(_card!.Value.Id);
        return Task.CompletedTask;
    }

    private ChatPlace Place => new(_place, _person, _locales.GetValueOrDefault(_person, "en-US"));

    private string NextId() => $"{++_ids}";

    private async Task DeliverAsync(JsonObject activity, bool quiet = false)
    {
        _lastSent = activity;
        var before = _happened.Count;
        var (status, body) = await bot.DeliverAsync((JsonObject)activity.DeepClone());
        NoteCalls();
        NoteResponse(status, body);
        if (!quiet && _happened.Count == before)
            _happened.Add("(nothing)");
    }

    private void NoteCalls()
    {
        var calls = bot.Teams.Received;
        foreach (var call in calls.Skip(_seen))
        {
            var target = Uri.UnescapeDataString(call.Target);
            var elsewhere = target.Contains($"/{Place.ConversationId}/", StringComparison.Ordinal) ? "" : $"(in {target}) ";
            var isChange = call.Method == "PUT";
            if (isChange && bot.Teams.Messages.All(message => message.Id != _card?.Id))
                _happened.Add("(finds the card gone)");
            else
                Note(elsewhere + (isChange ? "changes the card to " : ""), call.Body!, isChange ? _card?.Id : null);
        }

        _seen = calls.Count;
    }

    private void Note(string lead, JsonObject message, string? changed)
    {
        if (message["attachments"]?[0]?["content"] is not { } card)
        {
            _happened.Add(lead + WithoutReference((string)message["text"]!));
            return;
        }

        var id = changed ?? bot.Teams.Messages.LastOrDefault(posted => JsonNode.DeepEquals(posted.Card, card))?.Id;
        if (id is not null)
            _card = (id, card);
        _happened.Add($"{lead}{(changed is null ? "card " : "")}{CardPicture.Of(card)}");
    }

    private void NoteResponse(int status, JsonNode? body)
    {
        if (status != 200)
            _happened.Add($"(HTTP {status})");
        if ((string?)body?["type"] is not { } type)
            return;

        if (type.EndsWith("card.adaptive", StringComparison.Ordinal))
        {
            _card = (_card?.Id ?? "an old card", body["value"]!);
            _happened.Add($"changes the card to {CardPicture.Of(body["value"]!)}");
        }
        else if (type.EndsWith("error", StringComparison.Ordinal))
        {
            _happened.Add($"(error {body["statusCode"]}) {WithoutReference((string)body["value"]!["message"]!)}");
        }
        else if ((string?)body["value"] is { Length: > 0 } notice)
        {
            _happened.Add($"(notice) {notice}");
        }
    }

    // The reference is chance; what counts is that the log has the very same.
    private string WithoutReference(string text) =>
        text.Split(' ').LastOrDefault() is { Length: 6 } reference && bot.Log.Lines.Any(line => line.Contains($"Turn {reference} ", StringComparison.Ordinal))
            ? text[..^6] + "<the one in the log>"
            : text;
}
