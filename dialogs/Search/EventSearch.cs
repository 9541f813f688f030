using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Search;

/// <summary>DR events, those that go on before those that are over, by number, system, kind or state.</summary>
internal sealed class EventSearch(RequestKit kit)
{
    public SearchAnswer Answer(SearchQuery query)
    {
        var typed = new TypedWords(query.Text);
        var found = query.Events.Where(happening => typed.Fit(TextsOf(happening)))
            // "DR-1" also begins "DR-10".
            .OrderByDescending(happening => KeysOf(happening).Contains(query.Text, StringComparer.OrdinalIgnoreCase))
            .ThenBy(happening => happening.IsOver).ThenByDescending(happening => happening.Number).ToList();
        return found.Count == 0
            ? new SearchAnswer.Told(None(query))
            : SearchAnswer.Of(length => query.Page(found).Select(happening => Hit(happening, length, query)));
    }

    private string None(SearchQuery query)
    {
        var words = kit.Words.In(query.Language);
        return query.Events.Count == 0 ? words["search.events.none"] : words.Say("search.events.no_match", ("text", PlainText.Clip(PlainText.Line(query.Text), 60)));
    }

    private static string[] KeysOf(RecoveryEvent happening) => [happening.Key, happening.Key.Replace("-", "", StringComparison.Ordinal)];

    private IEnumerable<string?> TextsOf(RecoveryEvent happening) =>
    [
        .. KeysOf(happening),
        .. happening.Names,
        .. kit.Words.Languages.Select(kit.Words.In).SelectMany(words => new[]
        {
            words[$"recovery.mark.{happening.Kind}"],
            words[$"recovery.short.{happening.State}"],
            words[$"recovery.state.{happening.State}"],
        }),
    ];

    private SearchHit Hit(RecoveryEvent happening, int length, SearchQuery query)
    {
        var words = kit.Words.In(query.Language);
        // The kind comes first, so that nobody takes a drill for the real thing.
        return new(
            EventSnapshotCard.Draw(happening, query.At, length, words),
            $"{words[$"recovery.mark.{happening.Kind}"]} · {happening.Key}",
            $"{AnnouncementCard.Primary(happening)} · {words[$"recovery.state.{happening.State}"]}");
    }
}
