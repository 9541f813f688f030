namespace ChatOpsBot.Host.DeskHooks;

internal static class HookSetup
{
    /// <summary>What hears from desks that a ticket has changed.</summary>
    public static IServiceCollection AddDeskHooks(this IServiceCollection services)
    {
        services.AddRateLimiter(limits => limits.AddPolicy<string, HookPace>(HookPace.PolicyName));
        return services.AddSingleton<ServiceNowHook>();
    }

    public static void MapDeskHooks(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGroup("/api/desk").RequireRateLimiting(HookPace.PolicyName)
            .MapPost("/servicenow", (HttpContext http, ServiceNowHook hook) => hook.HandleAsync(http));
}
