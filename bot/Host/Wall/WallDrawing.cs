using ChatOpsBot.Application.Settings;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;
using Microsoft.AspNetCore.Html;

namespace ChatOpsBot.Host.Wall;

/// <summary>
/// Draws what is going on as HTML: a panel for each current event, the real ones first, and a line for each that is over.
/// </summary>
internal sealed class WallDrawing(WordsCatalog catalog, DefaultTimeZone defaultZone)
{
    public string Draw(WallView view, string? tenant, string language) =>
        view.Drawn(tenant, language, events => Html.Write(Draw(events, catalog.In(language))));

    private IHtmlContent Draw(IReadOnlyList<WallEvent> events, Phrases words)
    {
        var open = events.Where(it => !it.Event.IsOver).OrderBy(it => it.Event.IsDrill).ThenByDescending(it => it.Event.Number).ToList();
        var over = events.Where(it => it.Event.IsOver).OrderByDescending(it => WallReader.EndOf(it.Event)).ToList();
        return Html.All(
        [
            open.Count == 0
                ? Html.Of($"""<p class="calm"><span aria-hidden="true">✔</span> {words["wall.none"]}</p>""")
                : Html.Of($"""<div class="panels n{Math.Min(open.Count, 3)}">{Html.All(open.Select(it => new EventPanel(it, defaultZone.Zone, words).Draw()))}</div>"""),
            over.Count == 0
                ? Html.Nothing
                : Html.Of($"""<section class="over"><h2>{words["wall.over"]}</h2><ul>{Html.All(over.Select(it => Over(it.Event, words)))}</ul></section>"""),
        ]);
    }

    private IHtmlContent Over(RecoveryEvent drEvent, Phrases words)
    {
        var (end, times) = (WallReader.EndOf(drEvent), new WallTimes(defaultZone.Zone, drEvent.DeclaredAt, words));
        return Html.Of(
            $"""<li class="{EventPanel.KindOf(drEvent)}"><b>{drEvent.Key}</b> <span class="tag">{words[$"recovery.mark.{drEvent.Kind}"]}</span> {EventPanel.Systems(drEvent, words)} <span>{words[$"recovery.short.{drEvent.State}"]}, {WallTimes.Mark(end, times.Text(end))}</span></li>""");
    }
}
