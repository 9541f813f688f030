using ChatOpsBot.Application.Desks;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Sandbox.ServiceNow;
using ChatOpsBot.Storage;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Storage;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Tickets.ServiceNow;

/// <summary>The desk as the bot has it, by HTTP before a <see cref="FakeServiceNow"/>.</summary>
internal sealed class ServiceNowBench : IAsyncDisposable
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero);
    public static readonly TicketDraft Restore = new(
        "RST-7K3QZ9", "restore", "[RST-7K3QZ9] Restore PRODLIB", "LPAR: LPAR1\nObject: PRODLIB", Severity.High)
    { Requester = "Ana" };

    public static readonly DeskFile JobLog = new("RST-7K3QZ9-1-job.log", "text/plain", "CPF9898 in PRODLIB"u8.ToArray());

    private readonly SqliteDatabase _database = new();
    private readonly ServiceProvider _services;

    private ServiceNowBench(FakeServiceNow instance, FakeTimeProvider clock, IEnumerable<(string Key, string Value)> settings)
    {
        (Instance, Clock) = (instance, clock);
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
                settings.ToDictionary(it => $"Desk:ServiceNow:{it.Key}", it => (string?)it.Value)).Build())
            .AddLogging(logs => logs.ClearProviders().AddProvider(Log))
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IDbContextFactory<BotDb>>(new Opener(_database.Open))
            .AddDesk()
            .BuildServiceProvider();
    }

    public FakeServiceNow Instance { get; }

    public FakeTimeProvider Clock { get; }

    public LogLines Log { get; } = new();

    public ITicketDesk Desk => _services.GetServices<ITicketDesk>().Single(desk => desk.Kind == DeskKind.ServiceNow);

    public FakeServiceNowTables Tables => Instance.Tables;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static (string Key, string Value)[] Password =>
        [("User", FakeServiceNow.User), ("Password", FakeServiceNow.Password)];

    public static (string Key, string Value)[] OAuth =>
        [("User", FakeServiceNow.User), ("ClientId", FakeServiceNow.ClientId), ("ClientSecret", FakeServiceNow.ClientSecret)];

    public static Task<ServiceNowBench> StartAsync(params (string Key, string Value)[] settings) => StartWithAsync(Password, settings);

    public static async Task<ServiceNowBench> StartWithAsync((string, string)[] credentials, params (string Key, string Value)[] settings)
    {
        var clock = new FakeTimeProvider(Monday);
        var instance = await FakeServiceNow.StartAsync(clock);
        var bench = new ServiceNowBench(instance, clock, [("InstanceUrl", instance.Address.ToString()), .. credentials, .. settings]);
        await (await bench._database.OpenAsync()).DisposeAsync();
        return bench;
    }

    public Task<DeskAnswer> OpenAsync(TicketDraft? ticket = null) => Desk.OpenAsync(ticket ?? Restore, Cancel);

    /// <summary>A ticket that is at the desk.</summary>
    public async Task<FiledTicket> FiledAsync(TicketDraft? ticket = null) => Done(await OpenAsync(ticket));

    /// <summary>The instance's id of the only ticket.</summary>
    public string Id => Tables.Only["sys_id"];

    /// <summary>Somebody at the desk changes the only ticket, a minute later.</summary>
    public void Work(params (string Column, string Value)[] columns)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        Tables.Work(Id, "beth", columns);
    }

    public async Task<IReadOnlyList<TicketUpdate>> ChangedAsync(DateTimeOffset? after = null, int most = 100) =>
        (await Desk.ChangedAsync(after ?? Monday.AddHours(-1), most, Cancel))!;

    /// <summary>Lets a call end that waits for an answer.</summary>
    public Task<T> PatientlyAsync<T>(Task<T> call) => Clock.RunUntilDone(call);

    public static FiledTicket Done(DeskAnswer answer) => Assert.IsType<DeskAnswer.Done>(answer).Ticket;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Instance.DisposeAsync();
        await _database.DisposeAsync();
    }

    private sealed class Opener(Func<BotDb> open) : IDbContextFactory<BotDb>
    {
        public BotDb CreateDbContext() => open();
    }
}
