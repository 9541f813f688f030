using System.Text.Json.Nodes;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Tests.Chats.Screen;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Chats;

/// <summary>Where a chat is played: the bot, the people, the place they are in, and what is on their screens.</summary>
internal sealed class ChatStage : IAsyncDisposable
{
    private readonly Dictionary<string, string> _locales = [];
    private readonly List<string> _happened = [];
    private readonly ChatScreen _screen = new();
    private readonly ChatRace _race = new();
    private readonly ChatNotes _notes;
    private string _person = "ana";
    private string _place = ChatPlace.Personal;
    private Delivery? _last;
    private ChatSearch _search = ChatSearch.Empty;
    private bool _isAnswerDue;
    private int _ids = 100;

    private ChatStage(RunningBot bot) => (Bot, _notes) = (bot, new ChatNotes(bot, _screen));

    public RunningBot Bot { get; }

    /// <summary>Every card that stood on anybody's screen.</summary>
    public IReadOnlyList<JsonNode> Cards => _screen.Shown;

    public ChatAttachments Files => field ??= new(Bot.Teams);

    private ChatPlace Here => PlaceOf(_person);

    public static async Task<ChatStage> StartAsync(params IReadOnlyList<ITopic> topics) =>
        new(await RunningBot.StartAsync(topics, ChatSystems.Settings));

    public static async Task<ChatStage> StartWithAsync(params (string Key, string Value)[] settings) =>
        new(await RunningBot.StartAsync([.. ChatSystems.Settings, .. settings]));

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    /// <summary>Everything that came of the last line, also what the bot did afterwards by itself.</summary>
    public async Task<IReadOnlyList<string>> TakeWhatHappenedAsync()
    {
        await Bot.SettleAsync();
        NoteChanges();
        if (_isAnswerDue && _happened.Count == 0)
            _happened.Add("(nothing)");

        string[] happened = [.. _happened.Select(_race.Without)];
        _happened.Clear();
        _isAnswerDue = false;
        return happened;
    }

    public void SetLocale(string person, string locale) => _locales[person] = locale;

    public void GoTo(string place) => _place = place;

    public async Task SayAsync(string person, string text)
    {
        _person = person;
        var delivery = DeliverAsync(new(Here, ChatActivity.Said(Here, NextId(), text)));
        // A topic that sleeps is given up when the time limit passes, and here time passes when somebody lets it.
        if (await Task.WhenAny(delivery, Bot.Faults.Asleep) != delivery)
        {
            Bot.Clock.Advance(TimeSpan.FromSeconds(10));
            Bot.Faults.ReleaseNext();
        }

        await delivery;
    }

    /// <summary>A message with a file; a picture is pasted, and has no name.</summary>
    public Task SendAsync(string person, string file, string text)
    {
        _person = person;
        return DeliverAsync(new(Here, Files.Attach(file, ChatActivity.Said(Here, NextId(), text))));
    }

    public async Task PressAsync(Press press)
    {
        _person = press.Who ?? _person;
        if (Do(press, Here) is { } delivery)
            await DeliverAsync(delivery);
    }

    /// <summary>Two presses of which the second does not wait for the answer to the first.</summary>
    public async Task PressAtOnceAsync(Press press, string one, string other)
    {
        _person = one;
        _race.Enter(one, other);
        Delivery[] deliveries = [.. new[] { one, other }.Select(PlaceOf).Select(place => Do(press, place)).OfType<Delivery>()];
        if (deliveries is not [.., var last, _])
            throw new FormatException($"The client keeps a press of \"{press.Button}\" back: {string.Join(' ', _happened)}");

        _last = last;
        var responses = await Task.WhenAll(deliveries.Select(delivery => Bot.DeliverAsync((JsonObject)delivery.Activity.DeepClone())));
        _happened.AddRange(_notes.Changes(Here).Order(StringComparer.Ordinal));
        _happened.AddRange(ChatRace.Answers(deliveries.Zip(responses, Answer).ToList()));
        foreach (var (delivery, response) in deliveries.Zip(responses))
            _notes.Show(delivery.From, delivery.Card, response.Body);
    }

    /// <summary>A press that no card on the screen has: an old card, or somebody who makes one up.</summary>
    public Task SendPressAsync(string verb, IEnumerable<(string Name, string Value)> pairs)
    {
        var data = new JsonObject(pairs.Select(pair => KeyValuePair.Create(pair.Name, (JsonNode?)pair.Value)));
        return DeliverAsync(new(Here, ChatActivity.Pressed(Here, NextId(), "an old card", verb, data)));
    }

    /// <summary>Somebody types into the search of the compose box.</summary>
    /// <param name="text">Null for the list as it opens.</param>
    public async Task SearchAsync(string person, string command, string? text, int skip)
    {
        _person = person;
        var (status, body) = await Bot.DeliverAsync(ChatActivity.Searched(Here, NextId(), command, text, skip));
        _search = new ChatSearch(new(status, body));
        _happened.Add(_search.Picture);
    }

    /// <summary>One of the results goes into the chat. The message is the person's own: the bot hears nothing of it.</summary>
    public void Insert(string title)
    {
        var card = _search.CardOf(title);
        _screen.Show(Here.ConversationId, $"inserted {NextId()}", card);
        _happened.Add($"(in {_person}'s message) card {CardPicture.Of(card)}");
    }

    public Task AgainAsync(bool newId)
    {
        var last = _last ?? throw new FormatException("Nothing was delivered yet.");
        var again = (JsonObject)last.Activity.DeepClone();
        if (newId)
            again["id"] = NextId();
        return DeliverAsync(last with { Activity = again });
    }

    /// <summary>Teams tells of an installation, and of the bot as a new member; both under an id of their own.</summary>
    public async Task InstallAsync(string action)
    {
        await DeliverAsync(new(Here, ChatActivity.Installed(Here, NextId(), action)));
        if (action == "add")
            await DeliverAsync(new(Here, ChatActivity.Joined(Here, NextId())));
    }

    public void LoseCard() => Bot.Teams.Forget(_screen.Find(Here, new Press("")).Card.Id);

    private ChatPlace PlaceOf(string person) => new(_place, person, _locales.GetValueOrDefault(person, "en-US"));

    private string NextId() => $"{++_ids}";

    /// <returns>What the client sends; null when the press ends on the screen.</returns>
    private Delivery? Do(Press press, ChatPlace place)
    {
        var (card, face) = _screen.Find(place, press);
        var done = CardPress.Of(face, press);
        if (done.Folded is { } folded)
        {
            _screen.Show(card.ConversationId, card.Id, folded, onlyFor: place.Person);
            _happened.Add($"(the client) {CardChange.Of(face, folded)}");
        }

        _happened.AddRange(done.Kept.Select(word => $"(the client keeps the press back) {word}"));
        if (done.Verb is not { } verb || done.Kept.Count > 0)
            return null;

        var activity = press.AsMessage
            ? ChatActivity.Submitted(place, NextId(), card.Id, verb, done.Data)
            : ChatActivity.Pressed(place, NextId(), card.Id, verb, done.Data);
        return new(place, activity.InThread(card.ConversationId));
    }

    private async Task DeliverAsync(Delivery delivery)
    {
        _last = delivery;
        _isAnswerDue = true;
        var response = await Bot.DeliverAsync((JsonObject)delivery.Activity.DeepClone());
        NoteChanges();
        if (Answer(delivery, response) is { } answer)
            _happened.Add(answer);
        _notes.Show(delivery.From, delivery.Card, response.Body);
    }

    private string? Answer(Delivery delivery, (int Status, JsonNode? Body) response) =>
        _notes.Response(delivery.From, delivery.Card, response.Status, response.Body);

    private void NoteChanges() => _happened.AddRange(_notes.Changes(Here));

    private sealed record Delivery(ChatPlace From, JsonObject Activity)
    {
        public (string, string)? Card => (string?)Activity["replyToId"] is { } id ? ((string)Activity["conversation"]!["id"]!, id) : null;
    }
}
