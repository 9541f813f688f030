using System.Diagnostics;
using ChatOpsBot.Application.Settings;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.LanguageModel;

internal static class LanguageModelSetup
{
    private const string ClientName = "LanguageModel";

    /// <summary>What asks a language model, if settings name one.</summary>
    public static IServiceCollection AddLanguageModel(this IServiceCollection services)
    {
        services.AddSettings<LanguageModelOptions>(LanguageModelOptions.Section);
        services.AddMetrics();
        // A redirect could carry the message and the key to another host, so none is followed. The time limit is that of the call.
        services
            .AddHttpClient(ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = OptionsOf(provider).Value.ReadEndpoint() is not { IsLoopback: true },
                ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .AddHttpMessageHandler(() => new AnswerLimit())
            // The client lives as long as the bot; its connections are renewed by themselves.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services
            .AddSingleton<AdviceMetrics>()
            .AddSingleton(CallOf)
            .AddSingleton(provider => new Adviser(
                provider.GetRequiredService<ModelCall>(),
                OptionsOf(provider),
                provider.GetRequiredService<AdviceMetrics>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<Adviser>>()));
    }

    // A DR event is begun by the person's own words alone, so the request that becomes one cannot be chosen.
    private static ModelCall CallOf(IServiceProvider provider)
    {
        var rows = provider.GetRequiredService<MatrixLibrary>().In(WordsCatalog.Fallback).Rows;
        var services = provider.GetRequiredService<RequestServices>();
        var requests = services.Types.Where(type => !type.OpensEvent)
            .Select(type => (type.Id, services.WordsOf(type, WordsCatalog.Fallback).Title)).ToList();
        return new(
            new(() => ModelClient.Make(
                OptionsOf(provider).Value, provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName))),
            new AdvicePrompt(rows, requests),
            new AdviceReader(rows, [.. requests.Select(request => request.Id)]),
            OptionsOf(provider),
            provider.GetRequiredService<TimeProvider>());
    }

    private static IOptions<LanguageModelOptions> OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<LanguageModelOptions>>();
}
