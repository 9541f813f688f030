using ChatOpsBot.Application.Desks;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox.IbmCloud;
using ChatOpsBot.Storage;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Tickets.IbmCloud;

/// <summary>The IBM Cloud desk over real HTTP, with a database of its own and a clock that stands.</summary>
internal sealed class IbmBench : IAsyncDisposable
{
    private readonly SqliteDatabase _database = new();
    private readonly ServiceProvider _services;

    private IbmBench(FakeIbmCloud ibm, FakeTimeProvider clock, (string Key, string Value)[] settings)
    {
        (Ibm, Clock) = (ibm, clock);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(ibm.Settings.ToDictionary(it => it.Key, it => (string?)it.Value))
            .AddInMemoryCollection(settings.ToDictionary(it => it.Key, it => (string?)it.Value))
            .Build();
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IDbContextFactory<BotDb>>(new Opener(_database.Open))
            .AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Debug))
            .AddDesk()
            .BuildServiceProvider();
        Desk = _services.GetRequiredService<TicketDesks>().Find(DeskKind.IbmCloud)!;
    }

    public FakeIbmCloud Ibm { get; }

    public FakeTimeProvider Clock { get; }

    public ITicketDesk Desk { get; }

    public LogLines Log { get; } = new();

    public OpeningAttempts Attempts => _services.GetRequiredService<OpeningAttempts>();

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TicketDraft Restore(string key = "RST-7K3QZ9", Severity severity = Severity.Medium) =>
        new(key, "restore", $"[{key}] Restore PRODLIB", "LPAR: LPAR1\nRequester: Ana", severity);

    public static DeskFile JobLog(string key = "RST-7K3QZ9") =>
        new($"{key}-1-job.log", "text/plain", "CPF9898 in PRODLIB"u8.ToArray());

    public static async Task<IbmBench> StartAsync(params (string Key, string Value)[] settings)
    {
        var clock = new FakeTimeProvider(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        var bench = new IbmBench(await FakeIbmCloud.StartAsync(clock), clock, settings);
        await (await bench._database.OpenAsync()).DisposeAsync();
        return bench;
    }

    /// <summary>A case of a request of its own.</summary>
    public async Task<FiledTicket> FiledAsync(string key = "RST-7K3QZ9", string? status = null)
    {
        var ticket = Ticket(await Desk.OpenAsync(Restore(key), Cancel));
        if (status is not null)
            Ibm.Works(ticket.Number!, status);
        return ticket;
    }

    public Task<DeskAnswer> OpenAsync(TicketDraft? draft = null) => Desk.OpenAsync(draft ?? Restore(), Cancel);

    /// <summary>Lets the clock run while IBM does not answer.</summary>
    public async Task<T> WaitAsync<T>(Task<T> call)
    {
        while (await Task.WhenAny(call, Task.Delay(20, Cancel)) != call)
        {
            if (Ibm.IsFaultInPlay)
                Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return await call;
    }

    public Task<IReadOnlyList<TicketUpdate>?> ChangedAsync(DateTimeOffset? after = null, int most = 100) =>
        Desk.ChangedAsync(after ?? DateTimeOffset.UnixEpoch, most, Cancel);

    public FakeCase Case(FiledTicket ticket) => Assert.Single(Ibm.Cases, one => one.Number == ticket.Number);

    public static FiledTicket Ticket(DeskAnswer answer) => Assert.IsType<DeskAnswer.Done>(answer).Ticket;

    public static string Reason(DeskAnswer answer) => Assert.IsType<DeskAnswer.Refused>(answer).Reason;

    public static DeskAnswer.NotNow Later(DeskAnswer answer) => Assert.IsType<DeskAnswer.NotNow>(answer);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Ibm.DisposeAsync();
        await _database.DisposeAsync();
    }

    private sealed class Opener(Func<BotDb> open) : IDbContextFactory<BotDb>
    {
        public BotDb CreateDbContext() => open();
    }
}
