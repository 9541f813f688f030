using ChatOpsBot.Application.Settings;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Host.Wall.Page;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ChatOpsBot.Host.Wall;

/// <summary>Draws pages and what is going on as HTML, by components that are rendered here once and run nowhere else.</summary>
internal sealed class WallDrawing(
    IServiceProvider services, ILoggerFactory logs, WordsCatalog catalog, DefaultTimeZone defaultZone, TimeProvider time)
{
    /// <summary>The contents of the page: what this tenant has going on.</summary>
    public Task<string> DrawAsync(WallView view, string? tenant, string language) =>
        view.DrawnAsync(tenant, language, events => RenderAsync<CurrentEvents>(
            language, (nameof(CurrentEvents.Events), events), (nameof(CurrentEvents.Zone), defaultZone.Zone)));

    public async Task<string> PageAsync(WallView view, string? tenant, string language) => await RenderAsync<EventsPage>(
        language,
        (nameof(EventsPage.Drawn), await DrawAsync(view, tenant, language)),
        (nameof(EventsPage.Now), time.GetUtcNow()),
        (nameof(EventsPage.Zone), defaultZone.Zone.Id));

    public Task<string> ClosedAsync(string language, bool isTooLate = false) =>
        RenderAsync<ClosedPage>(language, (nameof(ClosedPage.IsTooLate), isTooLate));

    public Task<string> DoorAsync(string language, string invitation) =>
        RenderAsync<DoorPage>(language, (nameof(DoorPage.Invitation), invitation));

    // A renderer remembers whatever it rendered until it is disposed: each drawing has its own.
    private async Task<string> RenderAsync<TComponent>(string language, params (string Name, object? Value)[] parameters)
        where TComponent : IComponent
    {
        Dictionary<string, object?> given = new() { ["Words"] = catalog.In(language) };
        foreach (var (name, value) in parameters)
            given.Add(name, value);

        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(given))).ToHtmlString());
    }
}
