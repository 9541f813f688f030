using ChatOpsBot.Application.Settings;
using ChatOpsBot.Domain.Outbox;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatOpsBot.Application.Outbox;

internal static class OutboxSetup
{
    /// <summary>Sends what commits have left in the outbox.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddSettings<OutboxOptions>(OutboxOptions.Section);
        return services
            .AddSingleton<Signal>()
            .AddSingleton<WaitingTurns>()
            .AddSingleton<OutboxBackoff>()
            .AddSingleton<OutboxCommits>()
            .AddSingleton<OutboxMetrics>()
            .AddSingleton<OutboxHandlers>()
            .AddSingleton<OutboxAttempt>()
            .AddSingleton<OutboxWorker>()
            .AddSingleton<PersonalChats>()
            .AddHostedService<OutboxRunner>();
    }

    /// <summary>Messages of this type go to this handler. A handler of several types is one object.</summary>
    public static IServiceCollection AddOutboxHandler<TMessage, THandler>(this IServiceCollection services)
        where TMessage : OutboxMessage
        where THandler : class, IOutboxHandler<TMessage>
    {
        services.TryAddSingleton<THandler>();
        return services.AddSingleton(provider => OutboxRoute.To(provider.GetRequiredService<THandler>()));
    }
}
