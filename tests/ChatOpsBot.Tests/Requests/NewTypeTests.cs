using ChatOpsBot.Dialogs;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Tests.Dialogs;

namespace ChatOpsBot.Tests.Requests;

/// <summary>A request type is one definition and its words: with nothing else it is started, filled in, checked, reviewed and filed.</summary>
public sealed class NewTypeTests
{
    private static readonly RequestKit Kit = TestKit.With(new PhoneLineRequest());
    private readonly Dispatcher _bot = new(Topics.All(Kit, new RequestCards(Kit)));
    private Request? _request;
    private IReadOnlyList<Effect> _effects = [];

    [Fact]
    public void It_is_started_by_its_own_words_filled_in_and_filed_by_typing()
    {
        Assert.Contains("Reason: [ ]", Says("please open a phone line"));
        Assert.Contains("How many lines?", Says("the old one is dead"));
        Assert.Contains("from 1 to 4", Says("five"));
        Assert.Contains("3 lines at once ring", Says("3"));
        Assert.Contains("3 lines at once ring", Says("send it"));
        Says("I confirm");

        Assert.Equal(RequestState.Filing, _request?.State);
        var ticket = Assert.Single(_effects.OfType<Effect.Send>().Select(send => send.Errand).OfType<Errand.OpenTicket>()).Ticket;
        Assert.EndsWith("PHONE 3", ticket.Subject);
        Assert.Contains("Reason: the old one is dead", ticket.Body);
    }

    [Fact]
    public void It_is_filled_in_by_the_card_and_what_is_wrong_comes_back()
    {
        Says("phone line, please");
        Assert.Contains("whole number from 1 to 4", Submits(("reason", "the old one is dead"), ("lines", "9"), ("tone", "quiet")));
        var review = Submits(("reason", "the old one is dead"), ("lines", "1"), ("tone", "quiet"));

        Assert.Equal(RequestState.Reviewing, _request?.State);
        Assert.Contains("Tone: Quiet", review);
        Assert.StartsWith("PHN-", _request!.Key);
    }

    [Fact]
    public void It_is_asked_for_and_answered_in_German_too()
    {
        Assert.Contains("Telefonleitung öffnen", Says("eine Telefonleitung bitte", "de"));
        Assert.Contains("Wie viele Leitungen?", Says("die alte ist tot", "de"));
        Assert.Contains("Leitungen: 2", Says("2", "de"));
    }

    private string Says(string text, string language = "en") => Does(new Happening.Said(text), language);

    private string Submits(params (string Field, string Value)[] values)
    {
        var data = values.ToDictionary(value => value.Field, value => value.Value);
        data["request"] = _request!.Id.ToString("N");
        data["token"] = _request.Token;
        data["shown"] = "reason,lines,tone";
        return Does(new Happening.Pressed(Verbs.SubmitForm, data), "en");
    }

    private string Does(Happening what, string language)
    {
        _effects = _bot.Answer(new()
        {
            What = what,
            Who = new("person-1", "Ada"),
            Where = new("chat-1", PlaceKind.Personal),
            At = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero),
            Zone = NodaTime.DateTimeZone.Utc,
            Language = language,
            Requests = new() { Mine = _request is null ? [] : [_request], Named = _request is null ? [] : [_request] },
        });
        _request = _effects.OfType<Effect.Keep>().LastOrDefault()?.Request ?? _request;
        return string.Join('\n', _effects.Select(Shown));
    }

    private static string Shown(Effect effect) => effect switch
    {
        Effect.Show show => Chats.CardPicture.Of(show.Card.ToJson()),
        Effect.Replace replace => Chats.CardPicture.Of(replace.Card.ToJson()),
        Effect.Say say => say.Text,
        _ => "",
    };
}
