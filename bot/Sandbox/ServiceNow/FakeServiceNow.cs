using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using ChatOpsBot.Sandbox.Page;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Sandbox.ServiceNow;

/// <summary>
/// A ServiceNow instance on a loopback port: Table API, journal, import sets, attachments and OAuth, as the product's documentation has
/// them. It can refuse, throttle, hang, cut its answers and answer what was not asked.
/// </summary>
public sealed class FakeServiceNow : IAsyncDisposable
{
    public const string User = "chatopsbot";
    public const string Password = "a pass: word";
    public const string ClientId = "4f1c";
    public const string ClientSecret = "s3cret & more";

    private const string TokenPath = "/oauth_token.do";
    private const string RecordPage = "/nav_to.do";

    private readonly WebApplication _app;
    private readonly FakeServiceNowApi _api;
    private readonly DeskTroubles _troubles;
    private readonly ConcurrentQueue<FakeServiceNowCall> _received = [];
    private readonly List<(Func<FakeServiceNowCall, bool> Meant, FakeFault Fault, bool IsLasting)> _faults = [];

    private FakeServiceNow(WebApplication app, TimeProvider clock)
    {
        _app = app;
        Tables = new(clock);
        SignIn = new(clock);
        _api = new(Tables);
        _troubles = new(clock, (status, reason) => FakeServiceNowFault.Refuse(status, reason));
        Desk = new PlayedServiceNowDesk(Tables, _troubles);
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>What somebody plays on the page.</summary>
    public IPlayedDesk Desk { get; }

    public Uri Page => new(Address, DeskPage.Root);

    /// <summary>The settings of a bot that files there.</summary>
    public (string Key, string Value)[] Settings =>
    [
        ("Desk:Kind", "ServiceNow"),
        ("Desk:ServiceNow:InstanceUrl", Address.ToString()),
        ("Desk:ServiceNow:User", User),
        ("Desk:ServiceNow:Password", Password),
    ];

    /// <summary>What is in it, for the tests to look at and to work on.</summary>
    public FakeServiceNowTables Tables { get; }

    public FakeServiceNowSignIn SignIn { get; }

    public IReadOnlyList<FakeServiceNowCall> Received => [.. _received];

    /// <param name="certificate">With one, it speaks HTTPS.</param>
    public static async Task<FakeServiceNow> StartAsync(TimeProvider? clock = null, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = SandboxLimits.LongestCall;
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                if (certificate is not null)
                    listen.UseHttps(certificate);
            });
        });
        var app = builder.Build();
        var fake = new FakeServiceNow(app, clock ?? TimeProvider.System);
        app.Use(new DeskPage(fake.Desk).AnswerAsync);
        app.Map(RecordPage, records => records.Run(fake.ShowRecordAsync));
        app.Run(fake.PlayAsync);
        await app.StartAsync();
        return fake;
    }

    /// <summary>What happens to the next call that is meant.</summary>
    public void Next(Func<FakeServiceNowCall, bool> meant, FakeFault fault) => Add(meant, fault, isLasting: false);

    /// <summary>What happens to every call that is meant, from now on.</summary>
    public void Always(Func<FakeServiceNowCall, bool> meant, FakeFault fault) => Add(meant, fault, isLasting: true);

    public void Repair()
    {
        lock (_faults)
            _faults.Clear();
    }

    /// <summary>How often something was called.</summary>
    public int Count(string method, string part) => _received.Count(call => call.Is(method, part));

    /// <summary>Stops listening: from now on nobody can connect.</summary>
    public Task GoAwayAsync() => _app.StopAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Add(Func<FakeServiceNowCall, bool> meant, FakeFault fault, bool isLasting)
    {
        lock (_faults)
            _faults.Add((meant, fault, isLasting));
    }

    private async Task PlayAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var call = new FakeServiceNowCall(
            http.Request.Method,
            http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            http.Request.Path.Value!,
            http.Request.Query,
            http.Request.Headers,
            await reader.ReadToEndAsync());
        _received.Enqueue(call with { Text = SandboxLimits.Kept(call.Text) });
        while (_received.Count > SandboxLimits.Calls)
            _received.TryDequeue(out _);
        var fault = FaultOf(call) ?? (call.Path == TokenPath ? null : await _troubles.MeetAsync(http.RequestAborted));
        if (fault is { IsAfterwards: false })
        {
            await fault.Play(http);
            return;
        }

        var answer = Answer(call);
        if (fault is null)
            await answer.WriteAsync(http);
        else
            await fault.Play(http);
    }

    // Where the bot's links lead.
    private Task ShowRecordAsync(HttpContext http)
    {
        var id = http.Request.Query["uri"].ToString().Split("sys_id=")[^1];
        http.Response.Redirect(
            Tables.Find(FakeServiceNowTables.Incident, id) is { } row ? DeskPage.PathOf(row["number"]) : DeskPage.Root);
        return Task.CompletedTask;
    }

    private FakeServiceNowAnswer Answer(FakeServiceNowCall call)
    {
        lock (Tables)
        {
            return call.Path == TokenPath ? SignIn.Issue(call)
                : call.Target.Length > 2048 ? FakeServiceNowAnswer.Refused(414, "URI too long")
                : !SignIn.Knows(call.Header("Authorization")) ? FakeServiceNowAnswer.Refused(401, "User Not Authenticated", "Required to provide Auth information")
                : _api.Answer(call);
        }
    }

    private FakeFault? FaultOf(FakeServiceNowCall call)
    {
        lock (_faults)
        {
            var at = _faults.FindIndex(it => it.Meant(call));
            if (at < 0)
                return null;

            var (_, fault, isLasting) = _faults[at];
            if (!isLasting)
                _faults.RemoveAt(at);
            return fault;
        }
    }
}

/// <summary>A call as it came in.</summary>
/// <param name="Target">Path and query, as sent.</param>
public sealed record FakeServiceNowCall(
    string Method, string Target, string Path, IQueryCollection Query, IHeaderDictionary Headers, string Text)
{
    public bool Is(string method, string part) => Method == method && Target.Contains(part, StringComparison.Ordinal);

    public string Header(string name) => Headers[name].ToString();

    public JsonObject? Json => Text.StartsWith('{') ? JsonNode.Parse(Text) as JsonObject : null;
}
