using System.Diagnostics;
using ChatOpsBot.Connector.Files;
using ChatOpsBot.Connector.Graph;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Outgoing.Pacing;
using ChatOpsBot.Connector.Trust;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Connector;

/// <summary>Registers the connector in a host.</summary>
public static class ConnectorSetup
{
    // Sizes in bytes.
    private const int MaxKeySet = 1024 * 1024;
    private const int MaxAnswer = 4 * 1024 * 1024;

    /// <summary>
    /// Adds the endpoint's checks and the <see cref="ConnectorClient"/>, configured by section <c>Teams</c>. The host registers an
    /// <see cref="IActivityHandler"/> and calls <see cref="MapConnector"/>.
    /// </summary>
    public static IServiceCollection AddConnector(this IServiceCollection services)
    {
        services.AddOptions<ConnectorOptions>().BindConfiguration(ConnectorOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ConnectorOptions>, ConnectorOptionsRules>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddSingleton<ConnectorMetrics>();
        services.AddSingleton<LocalPlaygroundMode>();
        services.AddHostedService<LocalPlaygroundGuard>();
        services.AddSingleton<TrustedHosts>();
        services.AddIncoming();
        services.AddOutgoing();
        services.AddGraph();
        services.AddFiles();
        return services;
    }

    /// <summary>Maps <c>POST /api/messages</c>, the address registered with Azure Bot Service.</summary>
    public static IEndpointConventionBuilder MapConnector(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IActivityHandler)) is false)
            throw new InvalidOperationException($"Register an {nameof(IActivityHandler)} before mapping the connector.");

        return endpoints.MapPost("/api/messages", (HttpContext http, ActivityEndpoint endpoint) => endpoint.HandleAsync(http));
    }

    private static void AddIncoming(this IServiceCollection services)
    {
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<TokenCheck>();
        services.AddSingleton<Gate>();
        services.AddSingleton<TeamsBot>();
        services.AddSingleton<TeamsAuthentication>();
        services.AddSingleton<TeamsAdapter>();
        services.AddSingleton<ActivityEndpoint>();
        services.AddLimitedHttpClient(SigningKeys.ClientName, MaxKeySet);
    }

    private static void AddOutgoing(this IServiceCollection services)
    {
        services.TryAddSingleton<IAccessTokenProvider>(provider => SignInFor(provider, options => options.TokenScope));
        services.AddSingleton<BotToken>();
        services.AddSingleton(provider => new ServiceClients(
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<TrustedHosts>(),
            new BotTokenCredentials(TokenOf(provider))));
        services.AddSingleton(provider => new CallRunner(
            provider.GetRequiredService<ServiceClients>(),
            TokenOf(provider),
            new PacedWait(provider.GetRequiredService<OutgoingPace>()),
            provider.GetRequiredService<IOptions<ConnectorOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ConnectorMetrics>(),
            provider.GetRequiredService<ILogger<CallRunner>>()));
        services.AddSingleton(provider => new ConnectorClient(provider.GetRequiredService<CallRunner>()));

        services.AddOptions<PacingOptions>().BindConfiguration(PacingOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PacingOptions>, PacingOptionsRules>();
        services.AddSingleton<OutgoingPace>();

        services.AddLimitedHttpClient(SignIn.ClientName, MaxAnswer);
        services.AddLimitedHttpClient(ServiceClients.ClientName, MaxAnswer)
            .AddHttpMessageHandler(provider => new RefusalHandler(provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddGraph(this IServiceCollection services)
    {
        services.TryAddKeyedSingleton<IAccessTokenProvider>(
            GraphGroups.ClientName, (provider, _) => SignInFor(provider, options => $"{options.GraphAddress.TrimEnd('/')}/.default"));
        services.AddSingleton(provider => new GraphGroups(
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<LocalPlaygroundMode>().IsOn
                ? null
                : ActivatorUtilities.CreateInstance<BotToken>(
                    provider, provider.GetRequiredKeyedService<IAccessTokenProvider>(GraphGroups.ClientName)),
            provider.GetRequiredService<IOptions<ConnectorOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddLimitedHttpClient(GraphGroups.ClientName, MaxAnswer);
    }

    private static void AddFiles(this IServiceCollection services)
    {
        services.AddSingleton(provider => new FileDownload(
            provider.GetRequiredService<IHttpClientFactory>(),
            TokenOf(provider),
            provider.GetRequiredService<TrustedHosts>(),
            provider.GetRequiredService<LocalPlaygroundMode>(),
            provider.GetRequiredService<IOptions<ConnectorOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddLimitedHttpClient(FileDownload.ClientName, MaxAnswer);
    }

    private static SignIn SignInFor(IServiceProvider provider, Func<ConnectorOptions, string> scope)
    {
        var options = provider.GetRequiredService<IOptions<ConnectorOptions>>();
        return new(provider.GetRequiredService<IHttpClientFactory>(), options, scope(options.Value));
    }

    // Local mode sends no token.
    private static BotToken? TokenOf(IServiceProvider provider) =>
        provider.GetRequiredService<LocalPlaygroundMode>().IsOn ? null : provider.GetRequiredService<BotToken>();

    // Every call has its own time limit, measured by the injected clock. A redirect could carry the token to another host, so none is
    // followed. In local mode all calls stay on this machine, so no proxy is used.
    private static IHttpClientBuilder AddLimitedHttpClient(this IServiceCollection services, string name, int maxAnswer) =>
        services
            .AddHttpClient(name, client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.MaxResponseContentBufferSize = maxAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = !provider.GetRequiredService<LocalPlaygroundMode>().IsOn,
                // Trace ids are not sent to other parties.
                ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .RemoveAllLoggers();
}
