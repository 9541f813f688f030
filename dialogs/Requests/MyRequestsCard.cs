using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Cards.Inputs;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Drawing;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;
using NodaTime;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>A person's requests, the newest first, and what waits for this person's approval.</summary>
internal static class MyRequestsCard
{
    private const int Most = 10;
    private const int MostNew = 3;
    private const int LongestObjects = 60;

    public static Card Draw(IReadOnlyList<Request> mine, Turn turn, RequestServices services)
    {
        var words = services.Words.In(turn.Language);
        var shown = mine.Where(request =>
                services.Find(request.Type) is not null && request.State is not (RequestState.Cancelled or RequestState.Expired))
            .Take(Most)
            .ToList();
        var waiting = turn
            .Requests.Waiting.Where(request =>
                services.Find(request.Type) is not null && Approving.Refuse(request, turn.Who, services) is null)
            .Take(Most)
            .ToList();
        return new()
        {
            Summary = words.Say("mine.summary", ("count", $"{shown.Count}")),
            Language = turn.Language,
            Body =
            [
                CardLayout.Title(words["mine.title"]),
                .. shown.Count + waiting.Count == 0 ? new Element[] { CardLayout.Line(words["mine.none"]) } : [],
                .. Pick(
                    [
                        .. waiting.Select(it => (it, words.Say("mine.approve", ("line", Line(it, turn, services))))),
                        .. shown.Select(it => (it, Line(it, turn, services))),
                    ],
                    words),
                .. mine.Count > Most
                    ? new Element[] { new TextBlock(words.Say("mine.more", ("most", $"{Most}"))) { IsSubtle = true } }
                    : [],
            ],
            Actions = [.. Buttons(shown.Count + waiting.Count, turn, services)],
        };
    }

    // What tells one from the other: what it is about, how it stands, and since when.
    private static string Line(Request request, Turn turn, RequestServices services)
    {
        var words = services.Words.In(turn.Language);
        var type = services.TypeOf(request);
        var objects = PlainText.Line(PlainText.Clip(string.Join(", ", type.AffectedObjects(new Answers(request))), LongestObjects));
        var at = Instant.FromDateTimeOffset(request.Ticket?.Changed ?? request.ChangedAt).InZone(turn.Zone);
        var title = string.Join(' ', new[] { services.WordsOf(type, turn.Language).TitleOf(request), objects }.Where(it => it.Length > 0));
        var state = string.Join(", ", new[] { RequestStatus.Say(request, words), request.Ticket?.Number }.OfType<string>());
        return $"{request.Key} · {title}: {state} ({words.Date(DateOnly.FromDateTime(at.ToDateTimeUnspecified()))})";
    }

    private static IEnumerable<Element> Pick(IReadOnlyList<(Request Request, string Line)> shown, Phrases words) => shown.Count == 0
        ? []
        :
        [
            new ChoiceInput(
                RequestButtons.Request, words["mine.pick"], [.. shown.Select(it => new Choice(it.Line, it.Request.Id.ToString("N")))])
            {
                Value = shown[0].Request.Id.ToString("N"),
                IsExpanded = true,
            },
        ];

    private static IEnumerable<CardAction> Buttons(int count, Turn turn, RequestServices services)
    {
        var words = services.Words.In(turn.Language);
        return count > 0
            ? [new Execute(words["button.show"], Verbs.ShowRequest)]
            : services.Types.Take(MostNew).Select(type => MatrixButtons.Start(type.Id, words));
    }
}
