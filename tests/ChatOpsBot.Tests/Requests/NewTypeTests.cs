using ChatOpsBot.Dialogs;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Tests.Dialogs;

namespace ChatOpsBot.Tests.Requests;

/// <summary>
/// A request type is one definition and its words: with nothing else it is started, filled in, checked, reviewed and filed.
/// </summary>
public sealed class NewTypeTests
{
    private static readonly RequestServices Kit = TestKit.With(new PhoneLineRequest());
    private readonly Dispatcher _bot = new(Topics.All(Kit, new RequestCards(Kit)));
    private readonly CommandReader _commands = new(Kit);
    private Request? _request;
    private TurnResult _result = [];

    [Fact]
    public void It_is_started_by_its_own_words_filled_in_and_filed_by_typing()
    {
        Assert.Contains("Reason *: [ ]", Says("please open a phone line"));
        Assert.Contains("How many lines?", Says("the old one is dead"));
        Assert.Contains("from 1 to 4", Says("five"));
        Assert.Contains("3 lines at once ring", Says("3"));
        Assert.Contains("3 lines at once ring", Says("send it"));
        Says("I confirm");

        Assert.Equal(RequestState.Filing, _request?.State);
        var ticket = Assert
            .Single(_result.Changes.OfType<Change.Enqueue>().Select(send => send.Message).OfType<OutboxMessage.OpenTicket>())
            .Ticket;
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

    [Fact]
    public void What_the_sentence_says_is_filled_in()
    {
        var form = Says("please open a silent phone line for LPAR1 and LPAR2 at x204");

        Assert.Contains("*Quiet*", form);
        Assert.Contains("Extension (optional): [x204]", form);
        Assert.Contains("Systems (optional): [LPAR1, LPAR2]", form);
    }

    [Theory]
    [InlineData("loud or silent phone line, you choose")]
    [InlineData("phone line")]
    public void What_it_leaves_open_is_not_guessed(string said) => Assert.Contains("*Loud*", Says(said));

    [Theory]
    [InlineData("handset")]
    [InlineData("phone line, silent")]
    public void It_is_asked_for(string said) => Assert.Contains("draft, not sent yet", Says(said));

    [Theory]
    [InlineData("who opens a phone line?")]
    [InlineData("is a phone line ours")]
    [InlineData("phone line: who does that?")]
    [InlineData("the silent handset is broken")]
    public void Speaking_of_it_is_not_asking_for_it(string said)
    {
        Says(said);

        Assert.Null(_request);
    }

    [Fact]
    public void A_text_of_another_form_comes_back()
    {
        Says("phone line");
        Assert.Contains(
            "Please write it like x123.",
            Submits(("reason", "the old one is dead"), ("lines", "1"), ("tone", "quiet"), ("extension", "x12")));
    }

    private string Says(string text, string language = "en") => Does(new TurnInput.Message(text), language);

    private string Submits(params (string Field, string Value)[] values)
    {
        var data = values.ToDictionary(value => value.Field, value => value.Value);
        data["request"] = _request!.Id.ToString("N");
        data["token"] = _request.Token;
        data["shown"] = "reason,lines,tone,extension";
        return Does(new TurnInput.ButtonPress(Verbs.SubmitForm, data), "en");
    }

    private string Does(TurnInput what, string language)
    {
        _result = _bot.Answer(new()
        {
            What = what,
            Who = new("person-1", "Ada"),
            Where = new("chat-1", PlaceKind.Personal),
            At = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero),
            Zone = NodaTime.DateTimeZone.Utc,
            Language = language,
            Command = what is TurnInput.Message { Text: var text } ? _commands.Read(text, null, language) : null,
            Requests = new() { Own = _request is null ? [] : [_request], Named = _request is null ? [] : [_request] },
        });
        _request = _result.Changes.OfType<Change.SaveRequest>().LastOrDefault()?.Request ?? _request;
        return string.Join('\n', _result.Replies.Select(Shown));
    }

    private static string Shown(Reply reply) => reply switch
    {
        Reply.Show show => Chats.CardPicture.Of(show.Card.ToJson()),
        Reply.Replace replace => Chats.CardPicture.Of(replace.Card.ToJson()),
        Reply.Say say => say.Text,
        _ => "",
    };
}
