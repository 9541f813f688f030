using Microsoft.AspNetCore.Authentication;

namespace ChatOpsBot.Host;

internal static class Schemes
{
    /// <summary>
    /// Adds a way in that some endpoints' policies ask for. None is the default: the connector checks what Teams sends by itself, and
    /// pays for no other check.
    /// </summary>
    public static void AddScheme<TAuthentication>(this IServiceCollection services, string name)
        where TAuthentication : class, IAuthenticationHandler
    {
        // Not AddAuthentication: it brings data protection along, which makes and keeps keys that nothing here is encrypted with.
        services.AddAuthenticationCore(options => options.AddScheme<TAuthentication>(name, displayName: null));
        services.AddWebEncoders();
        services.AddTransient<TAuthentication>();
        // Each refusal is answered, and where it matters told, by the scheme itself.
        services.AddLogging(logs => logs.AddFilter(typeof(TAuthentication).FullName, LogLevel.Warning));
    }
}
