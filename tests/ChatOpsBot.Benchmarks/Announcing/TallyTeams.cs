using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using ChatOpsBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Benchmarks.Announcing;

/// <summary>
/// A Teams that throttles like the real one and remembers of a hundred thousand channels only how often each was written to.
/// </summary>
internal sealed class TallyTeams : IAsyncDisposable
{
    private const string Mark = "Sent again";

    private readonly WebApplication _app;
    private readonly FakeThrottle _throttle;
    private readonly bool _isUnpaced;
    private readonly ConcurrentDictionary<string, ChannelCopies> _channels = new();
    private long _lastId = 1_700_000_000_000;
    private int _reached;

    private TallyTeams(WebApplication app, FakeThrottle throttle, bool isUnpaced) =>
        (_app, _throttle, _isUnpaced) = (app, throttle, isUnpaced);

    public string ServiceUrl => $"{_app.Urls.Single()}/emea/";

    public IEnumerable<ChannelCopies> Channels => _channels.Values;

    public FakeTally Tally => _throttle.Total;

    /// <summary>How many channels have a copy.</summary>
    public int Reached => Volatile.Read(ref _reached);

    /// <summary>When a channel got its first copy last, as a timestamp of <see cref="Stopwatch"/>.</summary>
    public long LastReach { get; private set; }

    public static async Task<TallyTeams> StartAsync(FakeTroubles? troubles, bool isUnpaced)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var teams = new TallyTeams(app, new FakeThrottle(TimeProvider.System, troubles), isUnpaced);
        app.Run(teams.AnswerAsync);
        await app.StartAsync();
        return teams;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var call = FakeCall.Of(new(http.Request.Method, http.Request.Path.Value!, null, null, default, "")) is { Thread: not "" } known
            ? known
            : new FakeCall(Channel(body), null, IsRead: false);
        var fault = _isUnpaced ? null : _throttle.Judge(call, _ => { });
        var id = fault is { IsAfterwards: false } ? null : Carry(http.Request.Method, call, body);
        if (fault is null or { IsAfterwards: true })
            await http.Response.WriteAsJsonAsync(
                new
                {
                    id = call.MessageId is null && http.Request.Path.Value!.EndsWith("conversations", StringComparison.Ordinal)
                        ? $"{call.Thread};messageid={id}"
                        : id,
                    activityId = id,
                });
        if (fault is not null)
            await fault.Play(http);
    }

    private string Carry(string method, FakeCall call, string body)
    {
        var copies = _channels.GetOrAdd(call.Thread, _ => new());
        lock (copies)
        {
            if (method == HttpMethods.Put)
                copies.Updates++;
            else if (body.StartsWith("{\"isGroup\"", StringComparison.Ordinal))
                Post(copies, body);
            else
                copies.Replies++;
        }

        return Interlocked.Increment(ref _lastId).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private void Post(ChannelCopies copies, string body)
    {
        copies.Marked += body.Contains(Mark, StringComparison.Ordinal) ? 1 : 0;
        if (copies.Posts++ > 0)
            return;

        Interlocked.Increment(ref _reached);
        LastReach = Stopwatch.GetTimestamp();
    }

    private static string Channel(string body)
    {
        var at = body.IndexOf("19:", StringComparison.Ordinal);
        return body[at..body.IndexOf('"', at)];
    }
}
