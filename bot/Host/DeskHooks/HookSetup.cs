namespace ChatOpsBot.Host.DeskHooks;

internal static class HookSetup
{
    /// <summary>What hears from desks that a ticket has changed.</summary>
    public static IServiceCollection AddDeskHooks(this IServiceCollection services)
    {
        services.AddRateLimiter(limits => limits.AddPolicy<string, HookPace>(HookPace.PolicyName));
        return services.AddSingleton<ServiceNowHook>().AddSingleton<WebhookHook>();
    }

    public static void MapDeskHooks(this IEndpointRouteBuilder endpoints)
    {
        var desk = endpoints.MapGroup("/api/desk").RequireRateLimiting(HookPace.PolicyName);
        desk.MapPost("/servicenow", (HttpContext http, ServiceNowHook hook) => hook.HandleAsync(http));
        desk.MapPost("/webhook", (HttpContext http, WebhookHook hook) => hook.HandleAsync(http));
    }
}
