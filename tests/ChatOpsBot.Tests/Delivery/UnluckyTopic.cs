using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>Changes a request of its own: behind the times where it is told to be, or with a card that Teams would not take.</summary>
internal sealed class UnluckyTopic : ITopic
{
    private readonly Request _request = SampleRequest.Draft();

    /// <summary>How often the topic finds that somebody else was first.</summary>
    public int LosesRaces { get; set; }

    public int Asked { get; private set; }

    public TurnResult? Answer(Turn turn) =>
        turn.What switch
        {
            TurnInput.Message { Text: "begin" } => [new Change.SaveRequest(_request, new AuditEntry("started", turn.Who)), Shown("begun")],
            TurnInput.Message { Text: "too much" } =>
            [
                new Change.SaveRequest(Next(turn, 1), new AuditEntry("filled", turn.Who)),
                Shown(new string('x', CardLimits.Bytes)),
            ],
            TurnInput.ButtonPress { Verb: "unlucky.step" } =>
            [
                new Change.SaveRequest(Next(turn, Ahead()), new AuditEntry("filled", turn.Who)),
                Shown("stepped"),
            ],
            _ => null,
        };

    private int Ahead()
    {
        Asked++;
        return LosesRaces-- > 0 ? 0 : 1;
    }

    // Another's version: as if that one had been kept between the look and the commit.
    private static Request Next(Turn turn, int ahead)
    {
        var seen = turn.Requests.Own.Single();
        return seen with { Version = seen.Version + ahead };
    }

    private Reply.Show Shown(string text) =>
        new(new Card { Summary = "Unlucky", Body = [new TextBlock(text)] }) { Subject = Subject.Request(_request.Id) };
}
