using ChatOpsBot.Application.Settings;
using ChatOpsBot.Host.Pages;
using ChatOpsBot.Host.Wall.Page;

namespace ChatOpsBot.Host.Wall;

/// <summary>Draws the page and what is going on as HTML.</summary>
internal sealed class WallDrawing(PageRenderer pages, DefaultTimeZone defaultZone, TimeProvider time)
{
    /// <summary>The contents of the page: what this tenant has going on.</summary>
    public Task<string> DrawAsync(WallView view, string? tenant, string language) =>
        view.DrawnAsync(tenant, language, events => pages.RenderAsync<CurrentEvents>(
            language, (nameof(CurrentEvents.Events), events), (nameof(CurrentEvents.Zone), defaultZone.Zone)));

    public async Task<string> PageAsync(WallView view, string? tenant, string language) => await pages.RenderAsync<EventsPage>(
        language,
        (nameof(EventsPage.Drawn), await DrawAsync(view, tenant, language)),
        (nameof(EventsPage.Now), time.GetUtcNow()),
        (nameof(EventsPage.Zone), defaultZone.Zone.Id));
}
