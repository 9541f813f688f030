using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Host.Pages;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Host.Wall;

internal static class WallSetup
{
    public const string Stream = "/events/stream";

    private const string MayLook = "may look at the wall";

    /// <summary>The page of current DR events, for a wall screen.</summary>
    public static IServiceCollection AddWall(this IServiceCollection services)
    {
        services.AddScheme<WallAuthentication>(WallAuthentication.SchemeName);
        services.AddAuthorizationBuilder().AddPolicy(
            MayLook, policy => policy.AddAuthenticationSchemes(WallAuthentication.SchemeName).RequireAuthenticatedUser());
        services.AddRateLimiter(limits => limits.AddPolicy<string, WallRoom>(WallRoom.PolicyName));
        return services
            .AddSingleton<WallReader>()
            .AddSingleton<WallWatch>()
            .AddSingleton<WallDrawing>()
            .AddSingleton<WallStream>()
            .AddSingleton<WallEndpoint>();
    }

    public static void MapWall(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapProtected(runsScript: true);
        var inside = pages.MapGroup("").RequireAuthorization(MayLook);
        inside.MapGet(Invitations.PagePath(ViewerPage.Wall), (HttpContext http, WallEndpoint wall) => wall.ShowAsync(http));
        inside.MapGet(Stream, (HttpContext http, WallEndpoint wall) => wall.Follow(http)).RequireRateLimiting(WallRoom.PolicyName);
        pages.MapDoor(SessionCookie.Wall);
        WallAssets.Style.Map(pages);
        WallAssets.Script.Map(pages);
    }
}
