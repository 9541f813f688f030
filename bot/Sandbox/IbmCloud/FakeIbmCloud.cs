using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ChatOpsBot.Sandbox.Page;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Sandbox.IbmCloud;

/// <summary>
/// IBM Cloud as a client of its Support Center sees it: tokens for an API key and Case Management v1 on a loopback port. What its answers
/// look like is checked by IBM's own SDK. It can refuse, throttle, hang, lose its answers, and lag behind with its search.
/// </summary>
public sealed class FakeIbmCloud : IAsyncDisposable
{
    public const string Key = "key-of-the-service-id-4711";
    public const string Owner = "ServiceId-0f2c";
    public const string Offering = "managed-powervs";

    public const string TokenPath = "/identity/token";

    private readonly WebApplication _app;
    private readonly FakeIbmTokens _tokens;
    private readonly FakeCases _cases;
    private readonly DeskTroubles _troubles;
    private readonly ConcurrentQueue<FakeIbmCall> _calls = [];
    private readonly ConcurrentDictionary<string, ConcurrentQueue<FakeFault?>> _next = [];
    private readonly ConcurrentDictionary<string, FakeFault> _always = [];
    private int _inPlay;

    private FakeIbmCloud(WebApplication app, TimeProvider clock)
    {
        (_app, _tokens, _cases) = (app, new(clock), new(clock));
        _troubles = new(clock, (status, reason) => FakeIbmFaults.Error(status, reason));
        Desk = new PlayedIbmDesk(_cases, _troubles);
    }

    public static JsonObject OwnUser => User("Service ID chatops", "IAM", $"iam-{Owner}");

    public static JsonObject Engineer => User("An engineer", "IBMid", "engineer@ibm.example");

    /// <summary>What somebody plays on the page.</summary>
    public IPlayedDesk Desk { get; }

    public Uri Page => new(_app.Urls.Single() + DeskPage.Root);

    public string BaseUrl => $"{_app.Urls.Single()}/case-management/v1";

    public string TokenUrl => $"{_app.Urls.Single()}{TokenPath}";

    /// <summary>The settings of a bot that files there.</summary>
    public (string Key, string Value)[] Settings =>
    [
        ("Desk:Kind", "IbmCloud"),
        ("Desk:IbmCloud:ApiKey", Key),
        ("Desk:IbmCloud:BaseUrl", BaseUrl),
        ("Desk:IbmCloud:TokenUrl", TokenUrl),
        ("Desk:IbmCloud:WatchEvery", "00:00:00"),
        ("Desk:IbmCloud:Offering:Name", "IBM i Managed on PowerVS"),
        ("Desk:IbmCloud:Offering:Key", Offering),
    ];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<FakeCase> Cases => _cases.All;

    public IReadOnlyList<FakeIbmCall> Calls => [.. _calls];

    /// <summary>Severities that the account may ask for.</summary>
    public ISet<int> Severities => _cases.Severities;

    public ISet<string> Offerings => _cases.Offerings;

    public string Plan
    {
        get => _cases.Plan;
        set => _cases.Plan = value;
    }

    /// <summary>In seconds.</summary>
    public int TokenLife
    {
        get => _tokens.Life;
        set => _tokens.Life = value;
    }

    /// <summary>Cases that are made while it is set are in no list.</summary>
    public bool IsSearchBehind
    {
        get => _cases.IsSearchBehind;
        set => _cases.IsSearchBehind = value;
    }

    /// <summary>What the address of the next page is made into.</summary>
    public Func<string, string> Link
    {
        get => _cases.Link;
        set => _cases.Link = value;
    }

    public static async Task<FakeIbmCloud> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = SandboxLimits.LongestCall);
        var app = builder.Build();
        var ibm = new FakeIbmCloud(app, clock ?? TimeProvider.System);
        app.Use(new DeskPage(ibm.Desk).AnswerAsync);
        app.Use(ibm.PlayAsync);
        new FakeIbmRoutes(ibm._tokens, ibm._cases).Map(app);
        await app.StartAsync();
        return ibm;
    }

    /// <summary>Somebody waits for a fault to end: a call that hangs, say.</summary>
    public bool IsFaultInPlay => Volatile.Read(ref _inPlay) > 0;

    public int Count(string call) => _calls.Count(came => came.Name == call);

    /// <summary>What happens to the next calls of a name, one each; null for nothing.</summary>
    public void Next(string call, params IEnumerable<FakeFault?> faults)
    {
        foreach (var fault in faults)
            _next.GetOrAdd(call, _ => []).Enqueue(fault);
    }

    /// <summary>What happens to every call of a name from now on; null for nothing.</summary>
    public void Always(string call, FakeFault? fault)
    {
        if (fault is null)
            _always.TryRemove(call, out _);
        else
            _always[call] = fault;
    }

    public void ForgetTokens() => _tokens.Forget();

    /// <summary>The search has caught up.</summary>
    public void CatchUp()
    {
        IsSearchBehind = false;
        foreach (var one in Cases)
            one.IsListed = true;
    }

    /// <summary>Somebody at IBM works on a case.</summary>
    /// <param name="text">What they write; null for nothing.</param>
    public void Works(string number, string status, string? text = null)
    {
        var one = _cases.Find(number)!;
        _cases.Change(one, () => one.Status = status);
        if (text is not null)
            _cases.Comment(one, text, Engineer);
    }

    /// <summary>Somebody edits the subject of a case.</summary>
    public void Rename(string number, string subject)
    {
        var one = _cases.Find(number)!;
        _cases.Change(one, () => one.Subject = subject);
    }

    /// <summary>A case that somebody made in another way.</summary>
    public FakeCase Add(string subject, JsonObject? by = null) => _cases.Add(subject, "by hand", 3, offering: null, by ?? Engineer);

    /// <summary>A case is shown no more.</summary>
    public void Hide(string number) => _cases.Remove(number);

    /// <summary>Stops listening: from now on nobody can connect.</summary>
    public Task GoAwayAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    internal static bool IsOfAccount(JsonObject user) => ((string?)user["user_id"])?.EndsWith("@client.example", StringComparison.Ordinal) is true;

    private static JsonObject User(string name, string realm, string id) => new() { ["name"] = name, ["realm"] = realm, ["user_id"] = id };

    private async Task PlayAsync(HttpContext http, RequestDelegate next)
    {
        var call = await RecordAsync(http.Request);
        if (!_next.TryGetValue(call.Name, out var faults) || !faults.TryDequeue(out var fault))
            fault = _always.GetValueOrDefault(call.Name);
        if (fault is null && call.Name != "token")
            fault = await _troubles.MeetAsync(http.RequestAborted);
        if (fault is { IsAfterwards: false })
        {
            await FailAsync(fault, http);
            return;
        }

        if (call.Name != "token" && !_tokens.Takes(call.Authorization))
        {
            await Results.Json(new JsonObject { ["errors"] = new JsonArray() }, statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(http);
            return;
        }

        if (fault is null)
        {
            await next(http);
            return;
        }

        // Carried out, and its answer held back.
        var line = http.Response.Body;
        http.Response.Body = new MemoryStream();
        await next(http);
        http.Response.Body = line;
        http.Response.Clear();
        await FailAsync(fault, http);
    }

    private async Task FailAsync(FakeFault fault, HttpContext http)
    {
        Interlocked.Increment(ref _inPlay);
        try
        {
            await fault.Play(http);
        }
        finally
        {
            Interlocked.Decrement(ref _inPlay);
        }
    }

    private async Task<FakeIbmCall> RecordAsync(HttpRequest request)
    {
        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        request.Body.Position = 0;
        var call = new FakeIbmCall(
            FakeIbmCall.NameOf(request.Method, request.Path),
            request.Method,
            request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            request.Headers.Authorization,
            body);
        _calls.Enqueue(call with { Body = SandboxLimits.Kept(body) });
        while (_calls.Count > SandboxLimits.Calls)
            _calls.TryDequeue(out _);
        return call;
    }
}
