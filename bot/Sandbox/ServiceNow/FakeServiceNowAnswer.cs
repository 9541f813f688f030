using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatOpsBot.Sandbox.ServiceNow;

/// <summary>What <see cref="FakeServiceNow"/> answers.</summary>
public sealed record FakeServiceNowAnswer(int Status, JsonNode? Body)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static FakeServiceNowAnswer Result(JsonNode result, int status = 200) => new(status, new JsonObject { ["result"] = result });

    public static FakeServiceNowAnswer Refused(int status, string message, string? detail = null) => new(status, Error(message, detail));

    public static JsonObject Error(string message, string? detail) => new()
    {
        ["error"] = new JsonObject { ["message"] = message, ["detail"] = detail },
        ["status"] = "failure",
    };

    public async Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        foreach (var (name, value) in Headers)
            http.Response.Headers.Append(name, value);
        if (Body is null)
            return;

        http.Response.ContentType = "application/json;charset=UTF-8";
        await http.Response.WriteAsync(Body.ToJsonString());
    }
}
