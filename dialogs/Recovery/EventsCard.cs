using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Cards.Inputs;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>The DR events that are not over, the newest first.</summary>
internal static class EventsCard
{
    private const int Most = 10;

    public static Card Draw(IReadOnlyList<RecoveryEvent> open, Phrases words) =>
        new()
        {
            Summary = words.Say("event.list.summary", ("count", $"{open.Count}")),
            Language = words.Language,
            Body =
            [
                CardLayout.Title(words["event.list.title"]),
                open.Count == 0 ? CardLayout.Line(words["event.list.none"]) : Pick(open, words),
                .. open.Count > Most ? [CardLayout.Line(words.Say("event.list.more", ("most", $"{Most}")))] : Array.Empty<Element>(),
            ],
            Actions = open.Count == 0 ? [] : [new Execute(words["button.show"], Verbs.ShowEvent)],
        };

    private static string Line(RecoveryEvent drEvent, Phrases words) =>
        $"{drEvent.Key} · {words[$"recovery.mark.{drEvent.Kind}"]} · {AnnouncementCard.Primary(drEvent)} · {words[$"recovery.state.{drEvent.State}"]}";

    private static ChoiceInput Pick(IReadOnlyList<RecoveryEvent> open, Phrases words) =>
        new(
            EventButtons.Event,
            words["event.list.pick"],
            [.. open.Take(Most).Select(drEvent => new Choice(Line(drEvent, words), drEvent.Id.ToString("N")))])
        {
            Value = open[0].Id.ToString("N"),
            IsExpanded = true,
        };
}
