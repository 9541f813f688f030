using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatOpsBot.Connector.Trust;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Connector.Graph;

/// <summary>
/// Reads groups of Entra ID by Microsoft Graph, which needs the application permission <c>GroupMember.Read.All</c> (Microsoft Graph
/// documentation, "List group transitive members"). Every call is made once: whoever keeps a group asks again.
/// </summary>
public sealed class GraphGroups
{
    /// <summary>Of a group that holds a role: each may get a card for each request.</summary>
    public const int MostMembers = 200;

    /// <summary>Name of the HTTP client.</summary>
    internal const string ClientName = "Graph";

    private const string UserType = "#microsoft.graph.user";

    // Devices and groups within it have places on a page too.
    private const int MostPages = 5;

    private readonly IHttpClientFactory _clients;
    private readonly BotToken? _token;
    private readonly IOptions<ConnectorOptions> _options;
    private readonly TimeProvider _time;

    /// <param name="token">Null in local mode, which calls this machine alone and sends no token.</param>
    internal GraphGroups(IHttpClientFactory clients, BotToken? token, IOptions<ConnectorOptions> options, TimeProvider time) =>
        (_clients, _token, _options, _time) = (clients, token, options, time);

    private Uri Address => new(_options.Value.GraphAddress);

    /// <summary>A group with its people, within the time limit of a call to Teams.</summary>
    /// <param name="id">Its object id.</param>
    public async Task<GroupOutcome> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (_token is null && !LocalPlaygroundMode.IsLoopbackHost(Address.Host))
            return new GroupOutcome.NotReached("local mode signs in nowhere");

        using var clock = new CancellationTokenSource(_options.Value.CallTimeLimit, _time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clock.Token);
        try
        {
            return await ReadPagesAsync(id, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new GroupOutcome.NotReached($"no answer within {_options.Value.CallTimeLimit}");
        }
        catch (HttpRequestException fault)
        {
            return new GroupOutcome.NotReached($"{fault.HttpRequestError}");
        }
        catch (JsonException)
        {
            return new GroupOutcome.NotReached("the answer is not what Microsoft Graph answers");
        }
    }

    private async Task<GroupOutcome> ReadPagesAsync(Guid id, CancellationToken cancel)
    {
        var about = new Uri(Address, $"v1.0/groups/{id:D}?$select=id,displayName");
        var (group, fault) = await GetAsync(about, GraphJson.Default.GraphGroup, cancel);
        if (fault is not null)
            return fault;

        HashSet<string> members = [];
        var next = new Uri(Address, $"v1.0/groups/{id:D}/transitiveMembers?$select=id&$top=999");
        for (var page = 0; page < MostPages; page++)
        {
            (var read, fault) = await GetAsync(next, GraphJson.Default.GraphPage, cancel);
            if (fault is not null)
                return fault;
            if (read!.Value is not { } objects)
                return new GroupOutcome.NotReached("a page without members");

            foreach (var person in objects.Where(it => it.Type == UserType))
                if (Guid.TryParse(person.Id, out var member))
                    members.Add($"{member:D}");
            if (members.Count > MostMembers)
                return new GroupOutcome.TooMany();
            if (read.Next is null)
                return new GroupOutcome.Read(group!.DisplayName ?? "", [.. members]);
            // The token goes to nobody else.
            if (!Uri.TryCreate(read.Next, UriKind.Absolute, out next!)
                || next.GetLeftPart(UriPartial.Authority) != Address.GetLeftPart(UriPartial.Authority))
                return new GroupOutcome.NotReached("the next page is on another host");
        }

        return new GroupOutcome.TooMany();
    }

    private async Task<(T? Document, GroupOutcome? Fault)> GetAsync<T>(Uri address, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new("application/json"));
        var token = _token is null ? null : await _token.GetAsync(cancel);
        if (_token is not null && token is null)
            return (null, new GroupOutcome.NotReached("the bot cannot sign in"));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        using var http = _clients.CreateClient(ClientName);
        using var answer = await http.SendAsync(request, cancel);
        switch (answer.StatusCode)
        {
            case HttpStatusCode.OK:
                var body = await answer.Content.ReadAsByteArrayAsync(cancel);
                return (JsonSerializer.Deserialize(body, type) ?? throw new JsonException(), null);
            case HttpStatusCode.NotFound:
                return (null, new GroupOutcome.Missing());
            case HttpStatusCode.Forbidden:
                return (null, new GroupOutcome.NotAllowed());
            case HttpStatusCode.Unauthorized when token is not null:
                _token!.Forget(token);
                return (null, new GroupOutcome.NotReached("HTTP 401"));
            default:
                return (null, new GroupOutcome.NotReached($"HTTP {(int)answer.StatusCode}"));
        }
    }
}
