using ChatOpsBot.Application.LanguageModel;
using ChatOpsBot.Connector.Incoming;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Turns;

internal static class TurnSetup
{
    /// <summary>What works an activity of Teams, from the first look to the answer.</summary>
    public static IServiceCollection AddTurns(this IServiceCollection services) => services
        .AddSingleton<IValidateOptions<LanguageModelOptions>, AdviceTimeRule>()
        .AddSingleton<AnswerMemory>()
        .AddSingleton<AnsweredTurns>()
        .AddSingleton<PeopleWithoutRequests>()
        .AddSingleton<Redelivery>()
        .AddSingleton<AnswerFinder>()
        .AddSingleton<TurnAttempts>()
        .AddSingleton<RenderedCards>()
        .AddSingleton<TurnCommit>()
        .AddSingleton<TicketReceiptWaiter>()
        .AddSingleton<ChatWriter>()
        .AddSingleton<PostedCards>()
        .AddSingleton<ReplyWriter>()
        .AddSingleton<CurrentAddress>()
        .AddSingleton<TurnGate>()
        .AddSingleton<AnswerTurn>()
        .AddSingleton<ArrivalTurn>()
        .AddSingleton<ChannelTurn>()
        .AddSingleton<SearchTurn>()
        .AddSingleton<IActivityHandler, TurnPipeline>()
        .AddHostedService<WarmUp>();
}
