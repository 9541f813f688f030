using ChatOpsBot.Application;
using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Connector;
using ChatOpsBot.Host.Pages;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Host.Tickets;

internal static class DeskPageSetup
{
    private const string MayWork = "may work at the desk";

    /// <summary>The page's own stylesheet.</summary>
    public static PageAsset Style { get; } = PageAsset.Style("/desk/desk.css");

    /// <summary>Where the form goes that ends a browser's session.</summary>
    public static string LeavePath => $"{Invitations.PagePath(ViewerPage.Desk)}/leave";

    /// <summary>The pages on which tickets of the local desk are worked.</summary>
    public static IServiceCollection AddDeskPage(this IServiceCollection services)
    {
        services.AddScheme<DeskAuthentication>(DeskAuthentication.SchemeName);
        services.AddAuthorizationBuilder().AddPolicy(
            MayWork, policy => policy.AddAuthenticationSchemes(DeskAuthentication.SchemeName).RequireAuthenticatedUser());
        services.AddRateLimiter(limits => limits.AddPolicy<string, DeskPace>(DeskPace.PolicyName));
        return services
            .AddSingleton<DeskReader>()
            .AddSingleton<DeskDrawing>()
            .AddSingleton<DeskRefusals>()
            .AddSingleton<DeskEndpoint>();
    }

    public static void MapDeskPage(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapProtected();
        pages.MapDoor(SessionCookie.Desk);
        Style.Map(pages);
        var desk = pages.MapGroup(Invitations.PagePath(ViewerPage.Desk))
            .RequireAuthorization(MayWork)
            .RequireRateLimiting(DeskPace.PolicyName)
            .AddEndpointFilter(TellFaultAsync);
        desk.MapGet("", (HttpContext http, DeskEndpoint endpoint) => endpoint.ListAsync(http));
        desk.MapGet("/{number}", (string number, HttpContext http, DeskEndpoint endpoint) => endpoint.ShowAsync(number, http));
        desk.MapGet("/{number}/files/{name}", (string number, string name, HttpContext http, DeskEndpoint endpoint) =>
            endpoint.FileAsync(number, name, http));
        desk.MapPost("/{number}", (string number, HttpContext http, DeskEndpoint endpoint) => endpoint.SaveAsync(number, http));
        desk.MapPost("/leave", (HttpContext http, DeskEndpoint endpoint) => endpoint.LeaveAsync(http));
    }

    // Whoever waits for a page reads that the database does not answer, rather than nothing.
    private static async ValueTask<object?> TellFaultAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        try
        {
            return await next(call);
        }
        catch (Exception fault) when (fault.IsOfDatabase() && !http.RequestAborted.IsCancellationRequested)
        {
            http.RequestServices.GetRequiredService<ILogger<DeskEndpoint>>().DeskPageFailed(new BareException(fault));
            return await http.RequestServices.GetRequiredService<DeskRefusals>()
                .PageAsync(http, StatusCodes.Status503ServiceUnavailable, "database");
        }
    }
}
