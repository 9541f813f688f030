using ChatOpsBot.Connector.Trust;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Host.Local;
using ChatOpsBot.Host.Wall;

namespace ChatOpsBot.Host.Home;

internal static class HomeSetup
{
    /// <summary>The page at the bot's own address.</summary>
    public static void MapHome(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(
            "/",
            async (
                HttpContext http,
                PageRenderer pages,
                WordsCatalog catalog,
                LocalPlaygroundMode local,
                Playground playground) =>
            {
                WallHeaders.Protect(http.Response.Headers);
                return WallEndpoint.Page(
                    await pages.RenderAsync<HomePage>(
                        AcceptedLanguage.Of(http.Request, catalog),
                        (nameof(HomePage.Chat), playground.Page),
                        (nameof(HomePage.IsLocal), local.IsOn)));
            });
}
