using ChatOpsBot.Application.Recovery;

namespace ChatOpsBot.Host.Wall;

internal static class WallSetup
{
    public const string Stream = "/events/stream";
    public const string Style = "/events/wall.css";
    public const string Script = "/events/wall.js";

    // Nothing but the page's own stylesheet, script and stream; nothing within the page itself.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The page of current DR events, for a wall screen.</summary>
    public static IServiceCollection AddWall(this IServiceCollection services) => services
        .AddSingleton<Invitations>()
        .AddSingleton<WallGate>()
        .AddSingleton<WallReader>()
        .AddSingleton<WallWatch>()
        .AddSingleton<WallDrawing>()
        .AddSingleton<WallStream>()
        .AddSingleton<WallEndpoint>();

    public static void MapWall(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup("").AddEndpointFilter(async (call, next) =>
        {
            Protect(call.HttpContext.Response.Headers);
            return await next(call);
        });
        pages.MapGet(WallAddress.Page, (HttpContext http, WallEndpoint wall) => wall.ShowAsync(http));
        pages.MapGet(Stream, (HttpContext http, WallEndpoint wall) => wall.FollowAsync(http));
        pages.MapGet(WallAddress.Enter, (HttpContext http, WallEndpoint wall) => wall.DoorAsync(http));
        pages.MapPost(WallAddress.Enter, (HttpContext http, WallEndpoint wall) => wall.EnterAsync(http));
        pages.MapGet(Style, () => Results.Text(WallAssets.Style, "text/css; charset=utf-8"));
        pages.MapGet(Script, () => Results.Text(WallAssets.Script, "text/javascript; charset=utf-8"));
    }

    private static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        // An invitation stands in the address.
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
    }
}
