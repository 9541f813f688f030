using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ChatOpsBot.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Tests.Support;

/// <summary>
/// A program on a loopback port that takes requests as signed CloudEvents, and drops those whose id it has seen. It can refuse, hang, cut
/// its answers and send elsewhere.
/// </summary>
public sealed class FakeReceiver : IAsyncDisposable
{
    /// <summary>32 bytes, as they are told to people.</summary>
    public const string Secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedEvent> _received = [];
    private readonly List<JsonNode> _taken = [];
    private readonly HashSet<string> _seen = [];
    private readonly List<(Func<ReceivedEvent, bool> Meant, FakeFault Fault)> _faults = [];

    private FakeReceiver(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Every call, also those that came to nothing.</summary>
    public IReadOnlyList<ReceivedEvent> Received => [.. _received];

    /// <summary>The events that it took, each once.</summary>
    public IReadOnlyList<JsonNode> Taken
    {
        get
        {
            lock (_taken)
                return [.. _taken];
        }
    }

    /// <summary>What it answers to an event that it takes; null for nothing.</summary>
    public Func<JsonNode, string?> Says { get; set; } = _ => null;

    public static async Task<FakeReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var receiver = new FakeReceiver(app);
        app.Run(receiver.PlayAsync);
        await app.StartAsync();
        return receiver;
    }

    /// <summary>What happens to the next call that is meant.</summary>
    public void Next(FakeFault fault, Func<ReceivedEvent, bool>? meant = null)
    {
        lock (_faults)
            _faults.Add((meant ?? (_ => true), fault));
    }

    /// <summary>Stops listening: from now on nobody can connect.</summary>
    public Task GoAwayAsync() => _app.StopAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task PlayAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var call = new ReceivedEvent(
            http.Request.Method,
            http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync());
        _received.Enqueue(call);
        var fault = FaultOf(call);
        if (fault is { IsAfterwards: false })
        {
            await fault.Play(http);
            return;
        }

        if (call.Method != "POST" || !call.IsSignedWith(Secret))
        {
            http.Response.StatusCode = call.Method == "POST" ? 401 : 405;
            return;
        }

        var said = Take(call);
        if (fault is not null)
        {
            await fault.Play(http);
            return;
        }

        http.Response.StatusCode = 202;
        if (Says(said) is { } answer)
            await http.Response.WriteAsync(answer);
    }

    private JsonNode Take(ReceivedEvent call)
    {
        var said = JsonNode.Parse(call.Body)!;
        lock (_taken)
        {
            if (_seen.Add(call.Header("webhook-id")))
                _taken.Add(said);
        }

        return said;
    }

    private FakeFault? FaultOf(ReceivedEvent call)
    {
        lock (_faults)
        {
            var at = _faults.FindIndex(it => it.Meant(call));
            if (at < 0)
                return null;

            var fault = _faults[at].Fault;
            _faults.RemoveAt(at);
            return fault;
        }
    }
}

/// <summary>A call as it came in.</summary>
public sealed record ReceivedEvent(string Method, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Header(string name) => Headers.GetValueOrDefault(name, "");

    /// <summary>As Standard Webhooks has it, written down once more.</summary>
    public bool IsSignedWith(string secret) => Header("webhook-signature").Split(' ').Contains(
        SignatureOf(secret, Header("webhook-id"), Header("webhook-timestamp"), Body));

    public static string SignatureOf(string secret, string id, string time, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(
            Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{id}.{time}.{body}")));
}
