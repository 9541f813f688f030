using ChatOpsBot.Application;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Storage;
using ChatOpsBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>The parts of the outbox that work it off.</summary>
internal sealed record WorkedOutbox(ServiceProvider Services, FickleDatabases Databases) : IDisposable
{
    public OutboxWorker Worker => Services.GetRequiredService<OutboxWorker>();

    public WaitingTurns Waiting => Services.GetRequiredService<WaitingTurns>();

    public Signal Signal => Services.GetRequiredService<Signal>();

    public static WorkedOutbox On(
        TestDatabase database, TimeProvider clock, FakeLogCollector log, ObedientHandler handler, OutboxOptions options)
    {
        var databases = new FickleDatabases(database);
        var provider = new ServiceCollection()
            .AddMetrics()
            .AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(log)))
            .AddSingleton(clock)
            .AddSingleton<IDbContextFactory<BotDb>>(databases)
            .AddSingleton(Options.Create(options))
            .AddSingleton<Signal>()
            .AddSingleton<WaitingTurns>()
            .AddSingleton<OutboxBackoff>()
            .AddSingleton<OutboxMetrics>()
            .AddSingleton<OutboxHandlers>()
            .AddSingleton<OutboxAttempt>()
            .AddSingleton<OutboxWorker>()
            .AddSingleton(OutboxRoute.To<OutboxMessage.Redraw>(handler))
            .AddSingleton(OutboxRoute.To<OutboxMessage.ExpireDraft>(handler))
            .AddSingleton(OutboxRoute.To<OutboxMessage.OpenTicket>(handler))
            .AddSingleton(OutboxRoute.To<OutboxMessage.AmendTicket>(handler))
            .AddSingleton(OutboxRoute.To<OutboxMessage.WithdrawTicket>(handler))
            .BuildServiceProvider();
        return new(provider, databases);
    }

    public void Dispose() => Services.Dispose();
}

/// <summary>The test's database, until it is away.</summary>
internal sealed class FickleDatabases(TestDatabase database) : IDbContextFactory<BotDb>
{
    public bool IsAway { get; set; }

    public BotDb CreateDbContext() => throw new NotSupportedException();

    public async Task<BotDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        IsAway ? throw new TimeoutException("The database is away.") : await database.OpenAsync();
}

/// <summary>Handles every message as a test says, by default at once and well.</summary>
internal sealed class ObedientHandler : IOutboxHandler<OutboxMessage>
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _tries;

    public Func<OutboxMessage, CancellationToken, Task<HandlingResult>> Does { get; set; } =
        (_, _) => Task.FromResult<HandlingResult>(HandlingResult.Done.Instance);

    public int Tries => _tries;

    public int GivenUp { get; private set; }

    /// <summary>Ends when the first try has begun.</summary>
    public Task Begun => _begun.Task;

    public Task<HandlingResult> HandleAsync(OutboxMessage message, CancellationToken cancel)
    {
        Interlocked.Increment(ref _tries);
        _begun.TrySetResult();
        return Does(message, cancel);
    }

    public Task GiveUpAsync(OutboxMessage message, CancellationToken cancel)
    {
        GivenUp++;
        return Task.CompletedTask;
    }
}
