using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Cards.Inputs;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Drawing;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>A person's requests, the newest first, and what waits for this person's approval.</summary>
internal static class MyRequestsCard
{
    private const int Most = 10;
    private const int MostNew = 3;

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
                .. shown.Count == 0
                    ? new Element[] { CardLayout.Line(words["mine.none"]) }
                    : shown.Select(request => (Element)Line(request, turn, services)),
                .. mine.Count > Most
                    ? new Element[] { new TextBlock(words.Say("mine.more", ("most", $"{Most}"))) { IsSubtle = true } }
                    : [],
                .. waiting.Count == 0
                    ? Array.Empty<Element>()
                    : waiting.Select(request => (Element)Line(request, turn, services)).Prepend(CardLayout.Heading(words["mine.waiting"])),
                .. Pick([.. shown, .. waiting], turn, services),
            ],
            Actions = [.. Buttons(shown.Count + waiting.Count, turn, services)],
        };
    }

    private static RichText Line(Request request, Turn turn, RequestServices services) =>
        new(
            new TextRun(request.Key) { Weight = TextWeight.Bolder },
            new TextRun(
                $" · {services.WordsOf(services.TypeOf(request), turn.Language).TitleOf(request)} · {RequestStatus.Say(request, services.Words.In(turn.Language))}"),
            new TextRun(request.Ticket is { } ticket ? $" · {ticket.Number}" : "") { IsSubtle = true })
        {
            Spacing = Spacing.Small,
        };

    private static IEnumerable<Element> Pick(IReadOnlyList<Request> shown, Turn turn, RequestServices services) =>
        shown.Count == 0
            ? []
            :
            [
                new ChoiceInput(
                    RequestButtons.Request,
                    services.Words.In(turn.Language)["mine.pick"],
                    [.. shown.Select(request => new Choice(request.Key, request.Id.ToString("N")))])
                {
                    Value = shown[0].Id.ToString("N"),
                    Spacing = Spacing.Medium,
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
