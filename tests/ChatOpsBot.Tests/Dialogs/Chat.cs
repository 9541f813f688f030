using System.Text.Json.Nodes;
using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Help;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;
using ChatOpsBot.Tests.Cards;

namespace ChatOpsBot.Tests.Dialogs;

/// <summary>A chat with all topics: somebody says or presses something, and the bot's effects are kept.</summary>
internal sealed class Chat(
    string language = "en", PlaceKind place = PlaceKind.Personal, Contact? contact = null, MatrixLibrary? matrix = null)
{
    private static readonly WordsCatalog Catalog = WordsCatalog.Load();
    private static readonly MatrixLibrary Shipped = MatrixLibrary.Shipped();

    private readonly Dispatcher _dispatcher = DispatcherOf(TestKit.Of(matrix ?? Shipped), contact);
    private readonly CommandReader _commands = new(TestKit.Of(matrix ?? Shipped));

    private static Dispatcher DispatcherOf(RequestServices services, Contact? contact) =>
        new(Topics.All(services, new RequestCards(services), contact));

    public static Phrases Words(string language = "en") => Catalog.In(language);

    public static Row RowOf(string task, string language = "en") => Shipped.In(language).Rows.Single(row => row.Task == task);

    /// <summary>Everything the bot did at the last turn.</summary>
    public TurnResult Result { get; private set; } = [];

    public Card Card => Assert.Single(Result.Replies.Select(reply => reply switch
    {
        Reply.Show show => show.Card,
        Reply.Replace replace => replace.Card,
        _ => null,
    }).OfType<Card>());

    /// <summary>The last card as a reader sees it.</summary>
    public string Text => CardText.Of(Card);

    public string Notice => Assert.IsType<Reply.Notice>(Assert.Single(Result.Replies)).Text;

    public IReadOnlyList<string> Buttons => [.. CardWalk.Buttons(Card.ToJson()).Select(button => (string)button["title"]!)];

    public Chat Says(Meaning? meaning, string text = "as meant") => Turn(new TurnInput.Message(text), meaning);

    public Chat IsAdded() => Turn(new TurnInput.BotAdded(), null);

    /// <summary>Presses the button of the last card that has the title, with what is typed into the card.</summary>
    public Chat Presses(string title, params (string Key, string Value)[] typed)
    {
        var button = CardWalk.Buttons(Card.ToJson()).Single(part => (string?)part["title"] == title);
        var data = ((JsonObject)button["data"]!).ToDictionary(pair => pair.Key, pair => (string)pair.Value!);
        foreach (var (key, value) in typed)
            data[key] = value;
        return Sends((string)button["verb"]!, data);
    }

    /// <summary>A press as it comes over the wire, whatever it carries.</summary>
    public Chat Sends(string verb, Dictionary<string, string> data) => Turn(new TurnInput.ButtonPress(verb, data), null);

    private Chat Turn(TurnInput what, Meaning? meaning)
    {
        Result = _dispatcher.Answer(new()
        {
            What = what,
            Who = new("person-1", "Ada"),
            Where = new("chat-1", place),
            At = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero),
            Zone = NodaTime.DateTimeZone.Utc,
            Language = language,
            Meaning = meaning,
            Command = what is TurnInput.Message { Text: var text } ? _commands.Read(text, meaning, language) : null,
        });
        return this;
    }
}
