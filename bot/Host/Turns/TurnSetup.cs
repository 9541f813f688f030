using ChatOpsBot.Connector.Incoming;

namespace ChatOpsBot.Host.Turns;

internal static class TurnSetup
{
    /// <summary>What works an activity of Teams, from the first look to the answer.</summary>
    public static IServiceCollection AddTurns(this IServiceCollection services) => services
        .AddSingleton<AnswerMemory>()
        .AddSingleton<AnsweredTurns>()
        .AddSingleton<RequestsReader>()
        .AddSingleton<Redelivery>()
        .AddSingleton<AnswerFinder>()
        .AddSingleton<ShownCards>()
        .AddSingleton<TurnCommit>()
        .AddSingleton<PromptReceipt>()
        .AddSingleton<ChatWriter>()
        .AddSingleton<EffectWriter>()
        .AddSingleton<AnswerTurn>()
        .AddSingleton<ArrivalTurn>()
        .AddSingleton<IActivityHandler, TurnPipeline>()
        .AddHostedService<WarmUp>();
}
