using ChatOpsBot.Application.Settings;
using ChatOpsBot.Application.Turns;
using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Tests.Support;
using NodaTime;

namespace ChatOpsBot.Tests.Browser.Looks;

/// <summary>What the bot's topics show to somebody who says or presses something, with all that is in sight handed in.</summary>
internal sealed class Talk(RequestServices services, string language, DateTimeOffset now)
{
    public static readonly Person Ana = new("aad-ana", "Ana");

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private readonly Dispatcher _topics = new(Topics.All(services, new RequestCards(services)));
    private readonly TurnMaker _turns = new(
        services.Sentences,
        new CommandReader(services),
        services.Words,
        services.Systems,
        new RunningClock(),
        new DefaultTimeZone(Zone));

    public RequestContext Requests { get; init; } = RequestContext.None;

    public EventContext Events { get; init; } = EventContext.None;

    public SubscriptionContext Following { get; init; } = SubscriptionContext.None;

    public PersonalDataContext? Records { get; init; }

    public PlaceKind Place { get; init; } = PlaceKind.Personal;

    public Card Say(string text) => Card(new TurnInput.Message(text));

    public Card Press(string verb, params (string Key, string Value)[] data) =>
        Card(new TurnInput.ButtonPress(verb, data.ToDictionary(pair => pair.Key, pair => pair.Value)));

    private Card Card(TurnInput what)
    {
        var turn = _turns.Make(
            new() { CorrelationId = "test", Input = what, Who = Ana, Where = new("chat", Place), Locale = language, Zone = Zone },
            before: null) with
        {
            At = now,
            Language = language,
            Requests = Requests,
            Events = Events,
            Following = Following,
            Records = Records,
        };
        return _topics.Answer(turn).Replies.Select(reply => reply switch
        {
            Reply.Show show => show.Card,
            Reply.Replace replace => replace.Card,
            _ => null,
        }).OfType<Card>().First();
    }
}
