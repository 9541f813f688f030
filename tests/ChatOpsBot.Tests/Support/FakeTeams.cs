using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using ChatOpsBot.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Tests.Support;

/// <summary>
/// Teams as a bot sees it: the Bot Connector REST API v3 on a loopback port, with conversations that hold their messages and
/// members. It can refuse, throttle, hang and drop what it is asked.
/// </summary>
public sealed class FakeTeams : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TimeProvider _clock;
    private readonly FakeConversations _conversations = new();
    private readonly ConcurrentDictionary<string, FakeTeam> _teams = [];
    private readonly ConcurrentQueue<FakeRequest> _received = [];
    private readonly ConcurrentQueue<FakeChange> _changes = [];
    private readonly ConcurrentQueue<FakeFault> _faults = [];
    private readonly ConcurrentQueue<FakeFault> _lookupFaults = [];
    private readonly Channel<FakeMessage> _posted = Channel.CreateUnbounded<FakeMessage>();
    private readonly Channel<FakeRequest> _arrivals = Channel.CreateUnbounded<FakeRequest>();
    private readonly ConcurrentDictionary<string, byte[]> _files = [];
    private volatile FakeFault? _always;

    private FakeTeams(WebApplication app, TimeProvider clock) => (_app, _clock) = (app, clock);

    /// <summary>Address of the fake, without a path.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <summary>The serviceUrl for a bot in local mode.</summary>
    public string ServiceUrl => $"{Address}emea/";

    public IReadOnlyList<FakeRequest> Received => [.. _received];

    /// <summary>Limits as the real one has them; null for none. What <see cref="Next"/> and <see cref="Always"/> say goes before.</summary>
    public FakeThrottle? Throttle { get; set; }

    /// <summary>Everything bots did to messages, in order.</summary>
    public IReadOnlyList<FakeChange> Changes => [.. _changes];

    /// <summary>Every message that stands now, oldest first.</summary>
    public IReadOnlyList<FakeMessage> Messages => _conversations.Messages;

    public static async Task<FakeTeams> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var teams = new FakeTeams(app, clock ?? TimeProvider.System);
        app.Use(teams.PlayAsync);
        teams.Map();
        await app.StartAsync();
        return teams;
    }

    /// <summary>What happens to the next questions who somebody is, one each.</summary>
    public void NextLookup(params IEnumerable<FakeFault> faults)
    {
        foreach (var fault in faults)
            _lookupFaults.Enqueue(fault);
    }

    /// <summary>What happens to the next calls, one each, but for questions who somebody is.</summary>
    public void Next(params IEnumerable<FakeFault> faults)
    {
        foreach (var fault in faults)
            _faults.Enqueue(fault);
    }

    /// <summary>What happens to every call from now on.</summary>
    public void Always(FakeFault fault) => _always = fault;

    public void RefuseEverything() => Always(FakeFault.Refuse(503));

    public void AcceptAgain() => _always = null;

    /// <summary>The message is gone, as after a person deleted it or Teams lost it.</summary>
    public void Forget(string activityId) => _conversations.Delete(activityId);

    public void AddMembers(string conversationId, params IEnumerable<string> ids) => _conversations.AddMembers(conversationId, ids);

    /// <summary>Somebody with an account in Entra, a member of these conversations alone.</summary>
    /// <param name="objectId">A GUID. Whoever speaks in chats has an id of another form, and is everywhere.</param>
    public void AddPerson(string objectId, string name, string role, params IReadOnlyList<string> conversations) =>
        _conversations.AddPerson(objectId, name, role, conversations);

    /// <summary>A team that the bot is in. It has a nameless General channel beside those that are given.</summary>
    public void AddTeam(string id, string name, params IEnumerable<(string Id, string Name)> channels) =>
        _teams[id] = new(id, name, [.. channels]);

    /// <summary>Puts a file where people's files are.</summary>
    /// <returns>Where it is read from.</returns>
    public string AddFile(string name, byte[] content)
    {
        _files[name] = content;
        return $"{ServiceUrl}v3/attachments/{Uri.EscapeDataString(name)}/views/original";
    }

    /// <summary>The next message posted; waits for it.</summary>
    public async Task<FakeMessage> NextMessageAsync(CancellationToken cancellationToken) =>
        await _posted.Reader.ReadAsync(cancellationToken);

    /// <summary>The next call that came in, whatever became of it; waits for it.</summary>
    public async Task<FakeRequest> NextCallAsync(CancellationToken cancellationToken) =>
        await _arrivals.Reader.ReadAsync(cancellationToken);

    /// <summary>Stops listening: from now on nobody can connect.</summary>
    public Task GoAwayAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task PlayAsync(HttpContext http, RequestDelegate next)
    {
        var request = await RecordAsync(http);
        var isLookup = request.Method == "GET" && request.Target.Contains("/members/", StringComparison.Ordinal);
        if (!(isLookup ? _lookupFaults : _faults).TryDequeue(out var fault))
            fault = _always ?? Throttle?.Judge(FakeCall.Of(request), Forget);
        if (fault is { IsAnswerLost: true })
            http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        if (fault is not { IsAfterwards: false })
            await next(http);
        if (fault is not null)
            await fault.Play(http);
    }

    private async Task<FakeRequest> RecordAsync(HttpContext http)
    {
        http.Request.EnableBuffering();
        using var reader = new StreamReader(http.Request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        http.Request.Body.Position = 0;
        var request = new FakeRequest(
            http.Request.Method,
            http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            http.Request.Headers.Authorization,
            body.Length == 0 ? null : (JsonObject?)JsonNode.Parse(body),
            _clock.GetUtcNow(),
            http.Request.Protocol);
        _received.Enqueue(request);
        _arrivals.Writer.TryWrite(request);
        return request;
    }

    private void Map()
    {
        const string Root = "/{region}/v3/conversations";
        _app.MapPost(Root, (JsonObject body) => Post(_conversations.Create(body), isNew: true));
        _app.MapPost(Root + "/{c}/activities", (string c, JsonObject body) => Post(_conversations.Post(c, body)));
        _app.MapPost(Root + "/{c}/activities/{a}", (string c, string a, JsonObject body) => Post(_conversations.Post(c, body)));
        _app.MapPut(Root + "/{c}/activities/{a}", (string c, string a, JsonObject body) =>
            Change(FakeChangeKind.Edited, c, a, body, _conversations.Update(a, body)));
        _app.MapDelete(Root + "/{c}/activities/{a}", (string c, string a) =>
            Change(FakeChangeKind.Deleted, c, a, [], _conversations.Delete(a)));
        _app.MapGet(Root + "/{c}/pagedmembers", (string c, int? pageSize, string? continuationToken) =>
            Results.Json(_conversations.Members(c, pageSize ?? 50, continuationToken)));
        _app.MapGet(Root + "/{c}/members/{u}", (string c, string u) => _conversations.Person(c, u) is { } person
            ? Results.Json(person)
            : Results.Json(new { error = new { code = "MemberNotFoundInConversation" } }, statusCode: StatusCodes.Status404NotFound));
        _app.MapGet("/{region}/v3/attachments/{name}/views/original", (string name) =>
            _files.TryGetValue(name, out var content) ? Results.Bytes(content) : Results.NotFound());
        _app.MapGet("/{region}/v3/teams/{t}", (string t) => Read(t, team => team.Details));
        _app.MapGet("/{region}/v3/teams/{t}/conversations", (string t) => Read(t, team => team.Channels));
    }

    private IResult Read(string team, Func<FakeTeam, JsonObject> part) => _teams.TryGetValue(team, out var known)
        ? Results.Json(part(known))
        : Results.Json(new { error = new { code = "ConversationNotFound" } }, statusCode: StatusCodes.Status404NotFound);

    private IResult Post(FakeMessage message, bool isNew = false)
    {
        if (message.Content.Count > 0)
        {
            _changes.Enqueue(new(FakeChangeKind.Posted, message.ConversationId, message.Id, message.Content));
            _posted.Writer.TryWrite(message);
        }

        return isNew
            ? Results.Json(new { id = message.ConversationId, activityId = message.Id }, statusCode: StatusCodes.Status201Created)
            : Results.Json(new { id = message.Id }, statusCode: StatusCodes.Status201Created);
    }

    private IResult Change(FakeChangeKind kind, string conversationId, string id, JsonObject content, bool wasThere)
    {
        _changes.Enqueue(new(wasThere ? kind : FakeChangeKind.Missed, conversationId, id, content));
        return wasThere
            ? Results.Json(new { id })
            : Results.Json(new { error = new { code = "ActivityNotFoundInConversation" } }, statusCode: StatusCodes.Status404NotFound);
    }
}
