using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using ChatOpsBot.Application.Desks;
using ChatOpsBot.Application.Desks.Mail;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage;
using ChatOpsBot.Tests.Storage;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ChatOpsBot.Tests.Tickets.HandedOver;

/// <summary>A desk that requests are handed over to, as the bot has it, before a receiver or a mail server.</summary>
internal sealed class HandoverBench : IAsyncDisposable
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero);
    public static readonly TicketDraft Restore = new(
        "RST-7K3QZ9", "restore", "[RST-7K3QZ9] Restore PRODLIB", "LPAR: LPAR1\nObject: PRODLIB", Severity.High)
    { Requester = "Ana Müller", Systems = "LPAR1, LPAR2", Version = 3 };

    public static readonly DeskFile JobLog = new("RST-7K3QZ9-1-job.log", "text/plain", "CPF9898 in PRODLIB"u8.ToArray());

    private readonly SqliteDatabase _database = new();
    private readonly ServiceProvider _services;
    private readonly DeskKind _kind;

    private HandoverBench(DeskKind kind, IEnumerable<(string Key, string Value)> settings)
    {
        _kind = kind;
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
                settings.ToDictionary(it => it.Key, it => (string?)it.Value)).Build())
            .AddLogging(logs => logs.ClearProviders())
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IDbContextFactory<BotDb>>(new Opener(_database.Open))
            .AddDesk()
            .AddSingleton(new SmtpClients { Trust = Trust })
            .BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(Monday);

    /// <summary>Whether the mail server's own certificate is trusted.</summary>
    public bool IsTrusting { get; set; } = true;

    public ITicketDesk Desk => _services.GetServices<ITicketDesk>().Single(desk => desk.Kind == _kind);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<HandoverBench> StartAsync(FakeReceiver receiver, params (string Key, string Value)[] settings)
    {
        var bench = new HandoverBench(DeskKind.Webhook, Over(
            settings,
            ("Desk:Webhook:Url", $"{receiver.Address}requests?code=4711"),
            ("Desk:Webhook:Secret", FakeReceiver.Secret),
            ("Desk:Webhook:CallbackSecret", FakeReceiver.Secret)));
        await (await bench._database.OpenAsync()).DisposeAsync();
        return bench;
    }

    public static async Task<HandoverBench> StartAsync(FakeMailServer server, params (string Key, string Value)[] settings)
    {
        var bench = new HandoverBench(DeskKind.Mail, Over(settings, SettingsOf(server)));
        await (await bench._database.OpenAsync()).DisposeAsync();
        return bench;
    }

    public static (string Key, string Value)[] SettingsOf(FakeMailServer server) =>
    [
        ("Desk:Mail:Host", "127.0.0.1"),
        ("Desk:Mail:Port", $"{server.Port}"),
        ("Desk:Mail:User", FakeMailServer.User),
        ("Desk:Mail:Password", FakeMailServer.Password),
        ("Desk:Mail:From", "ChatOpsBot <bot@example.com>"),
        ("Desk:Mail:To", "desk@example.com, Night shift <night@example.com>"),
    ];

    public async Task<FiledTicket> FiledAsync(TicketDraft? ticket = null) => Done(await Desk.OpenAsync(ticket ?? Restore, Cancel));

    /// <summary>Lets a call end that waits for an answer.</summary>
    public Task<T> PatientlyAsync<T>(Task<T> call) => Clock.RunUntilDone(call);

    public static FiledTicket Done(DeskAnswer answer) => Assert.IsType<DeskAnswer.Done>(answer).Ticket;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static IEnumerable<(string, string)> Over(
        (string Key, string Value)[] settings, params (string Key, string Value)[] usual) =>
        usual.ExceptBy(settings.Select(it => it.Key), it => it.Key).Concat(settings);

    private bool Trust(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        IsTrusting && FakeMailServer.Trust(sender, certificate, chain, errors);

    private sealed class Opener(Func<BotDb> open) : IDbContextFactory<BotDb>
    {
        public BotDb CreateDbContext() => open();
    }
}
