using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;
using ChatOpsBot.Host.Turns;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatOpsBot.Host;

internal static class BotSetup
{
    /// <summary>What understands and answers, the same in Teams and in the terminal.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services, MatrixLibrary library)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(library);
        services.AddSingleton(provider => new SentenceReader(provider.GetRequiredService<MatrixLibrary>().In("en")));
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<TurnMaker>();
        return services;
    }
}
