using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Tests.Support;

/// <summary>
/// Groups of Microsoft Graph v1.0 on a loopback port: as for an application that may read memberships and no people, which sees ids and
/// types alone.
/// </summary>
internal sealed class FakeGraph : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (string Name, IReadOnlyList<(string Type, string Id)> Members)> _groups = [];
    private readonly ConcurrentQueue<(string Path, string? Authorization)> _received = [];

    private FakeGraph(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>How many objects a page holds.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>Answers every call; null: as Graph does.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    /// <summary>Path and query of each call, with what it was authorized by.</summary>
    public IReadOnlyList<(string Path, string? Authorization)> Received => [.. _received];

    public static async Task<FakeGraph> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var fake = new FakeGraph(builder.Build());
        fake._app.Run(fake.AnswerAsync);
        await fake._app.StartAsync();
        return fake;
    }

    public void Set(Guid id, string name, params string[] people) =>
        Set(id, name, [.. people.Select(person => ("user", person))]);

    /// <param name="members">Directory objects by type, such as <c>device</c>.</param>
    public void Set(Guid id, string name, IReadOnlyList<(string Type, string Id)> members) => _groups[$"{id:D}"] = (name, members);

    public void Remove(Guid id) => _groups.TryRemove($"{id:D}", out _);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        _received.Enqueue(($"{http.Request.Path}{http.Request.QueryString}", http.Request.Headers.Authorization));
        if (Instead is { } instead)
            return instead(http);

        var parts = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not ["v1.0", "groups", var id, ..] || !_groups.TryGetValue(id, out var group))
            return WriteAsync(http, 404, new() { ["error"] = new JsonObject { ["code"] = "Request_ResourceNotFound" } });
        if (parts.Length == 3)
            return WriteAsync(http, 200, new() { ["id"] = id, ["displayName"] = group.Name });

        var skip = int.TryParse(http.Request.Query["$skiptoken"], out var token) ? token : 0;
        var page = new JsonObject
        {
            ["value"] = new JsonArray(
            [
                .. group.Members.Skip(skip).Take(PageSize)
                    .Select(it => new JsonObject { ["@odata.type"] = $"#microsoft.graph.{it.Type}", ["id"] = it.Id }),
            ]),
        };
        if (group.Members.Count > skip + PageSize)
            page["@odata.nextLink"] = $"{Address}/v1.0/groups/{id}/transitiveMembers?$select=id&$skiptoken={skip + PageSize}";
        return WriteAsync(http, 200, page);
    }

    private static Task WriteAsync(HttpContext http, int status, JsonObject body)
    {
        (http.Response.StatusCode, http.Response.ContentType) = (status, "application/json");
        return http.Response.WriteAsync(body.ToJsonString());
    }
}
