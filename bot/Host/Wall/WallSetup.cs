using System.Text.Encodings.Web;
using System.Text.Unicode;
using ChatOpsBot.Application.Recovery;

namespace ChatOpsBot.Host.Wall;

internal static class WallSetup
{
    public const string Stream = "/events/stream";
    public const string Style = "/events/wall.css";
    public const string Script = "/events/wall.js";

    private const string MayLook = "may look at the wall";

    /// <summary>The page of current DR events, for a wall screen.</summary>
    public static IServiceCollection AddWall(this IServiceCollection services)
    {
        services.AddScheme<WallAuthentication>(WallAuthentication.SchemeName);
        services.AddAuthorizationBuilder().AddPolicy(
            MayLook, policy => policy.AddAuthenticationSchemes(WallAuthentication.SchemeName).RequireAuthenticatedUser());
        services.AddRateLimiter(limits => limits.AddPolicy<string, WallRoom>(WallRoom.PolicyName));
        // Letters of every script stay as they are: the page says that it is UTF-8.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        return services
            .AddSingleton<Invitations>()
            .AddSingleton<WallReader>()
            .AddSingleton<WallWatch>()
            .AddSingleton<PageRenderer>()
            .AddSingleton<WallDrawing>()
            .AddSingleton<WallStream>()
            .AddSingleton<WallEndpoint>();
    }

    public static void MapWall(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup("").AddEndpointFilter(async (call, next) =>
        {
            WallHeaders.Protect(call.HttpContext.Response.Headers);
            return await next(call);
        });
        var inside = pages.MapGroup("").RequireAuthorization(MayLook);
        inside.MapGet(WallAddress.Page, (HttpContext http, WallEndpoint wall) => wall.ShowAsync(http));
        inside.MapGet(Stream, (HttpContext http, WallEndpoint wall) => wall.Follow(http)).RequireRateLimiting(WallRoom.PolicyName);
        pages.MapGet(WallAddress.Enter, (HttpContext http, WallEndpoint wall) => wall.DoorAsync(http));
        pages.MapPost(WallAddress.Enter, (HttpContext http, WallEndpoint wall) => wall.EnterAsync(http));
        pages.MapGet(Style, () => Results.Text(WallAssets.Style, "text/css; charset=utf-8"));
        pages.MapGet(Script, () => Results.Text(WallAssets.Script, "text/javascript; charset=utf-8"));
    }
}
