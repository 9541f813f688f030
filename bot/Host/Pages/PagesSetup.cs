using System.Text.Encodings.Web;
using System.Text.Unicode;
using ChatOpsBot.Application.Recovery;

namespace ChatOpsBot.Host.Pages;

internal static class PagesSetup
{
    /// <summary>What all pages of the bot are made with.</summary>
    public static IServiceCollection AddPageParts(this IServiceCollection services)
    {
        // Letters of every script stay as they are: a page says that it is UTF-8.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        return services.AddSingleton<Invitations>().AddSingleton<PageRenderer>().AddSingleton<Door>();
    }

    public static void MapPageParts(this IEndpointRouteBuilder endpoints) => PageAsset.Shared.Map(endpoints.MapProtected());

    /// <summary>Endpoints that tell browsers what a page may do (<see cref="PageHeaders"/>).</summary>
    /// <inheritdoc cref="PageHeaders.Protect"/>
    public static RouteGroupBuilder MapProtected(this IEndpointRouteBuilder endpoints, bool runsScript = false) =>
        endpoints.MapGroup("").AddEndpointFilter(async (call, next) =>
        {
            PageHeaders.Protect(call.HttpContext.Response.Headers, runsScript);
            return await next(call);
        });

    /// <summary>Where a browser takes an invitation to a page.</summary>
    public static void MapDoor(this IEndpointRouteBuilder pages, SessionCookie cookie)
    {
        var path = Invitations.EnterPath(cookie.Page);
        pages.MapGet(path, (HttpContext http, Door door) => door.ShowAsync(cookie, http));
        pages.MapPost(path, (HttpContext http, Door door) => door.EnterAsync(cookie, http));
    }
}
