using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Search;

/// <summary>DR events, those that go on before those that are over, by number, system, kind or state.</summary>
internal sealed class EventSearch(RequestServices services)
{
    public SearchAnswer Answer(SearchQuery query)
    {
        var typed = new TypedWords(query.Text);
        var found = query.Events.Where(drEvent => typed.Fit(TextsOf(drEvent)))
            // "DR-1" also begins "DR-10".
            .OrderByDescending(drEvent => KeysOf(drEvent).Contains(query.Text, StringComparer.OrdinalIgnoreCase))
            .ThenBy(drEvent => drEvent.IsOver).ThenByDescending(drEvent => drEvent.Number).ToList();
        return found.Count == 0
            ? new SearchAnswer.Told(None(query))
            : SearchAnswer.Of(length => query.Page(found).Select(drEvent => Hit(drEvent, length, query)));
    }

    private string None(SearchQuery query)
    {
        var words = services.Words.In(query.Language);
        return query.Events.Count == 0
            ? words["search.events.none"]
            : words.Say("search.events.no_match", ("text", PlainText.Clip(PlainText.Line(query.Text), 60)));
    }

    private static string[] KeysOf(RecoveryEvent drEvent) => [drEvent.Key, drEvent.Key.Replace("-", "", StringComparison.Ordinal)];

    private IEnumerable<string?> TextsOf(RecoveryEvent drEvent) =>
    [
        .. KeysOf(drEvent),
        .. drEvent.Names,
        .. services.Words.Languages.Select(services.Words.In).SelectMany(words => new[]
        {
            words[$"recovery.mark.{drEvent.Kind}"],
            words[$"recovery.short.{drEvent.State}"],
            words[$"recovery.state.{drEvent.State}"],
        }),
    ];

    private SearchHit Hit(RecoveryEvent drEvent, int length, SearchQuery query)
    {
        var words = services.Words.In(query.Language);
        // The kind comes first, so that nobody takes a drill for the real thing.
        return new(
            EventSnapshotCard.Draw(drEvent, query.At, length, words),
            $"{words[$"recovery.mark.{drEvent.Kind}"]} · {drEvent.Key}",
            $"{AnnouncementCard.Primary(drEvent)} · {words[$"recovery.state.{drEvent.State}"]}");
    }
}
