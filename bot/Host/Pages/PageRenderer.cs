using ChatOpsBot.Dialogs.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ChatOpsBot.Host.Pages;

/// <summary>Renders a component as HTML, here and once: nothing of it runs in the browser.</summary>
internal sealed class PageRenderer(IServiceProvider services, ILoggerFactory logs, WordsCatalog catalog)
{
    /// <param name="parameters">What the component takes beside its <c>Words</c>.</param>
    public async Task<string> RenderAsync<TComponent>(string language, params (string Name, object? Value)[] parameters)
        where TComponent : IComponent
    {
        Dictionary<string, object?> given = new() { ["Words"] = catalog.In(language) };
        foreach (var (name, value) in parameters)
            given.Add(name, value);

        // A renderer remembers whatever it rendered until it is disposed: each page has its own.
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(given))).ToHtmlString());
    }
}
