using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatOpsBot.Sandbox.IbmCloud;

/// <summary>The identity services of <see cref="FakeIbmCloud"/>: an API key becomes a token that lives for an hour.</summary>
internal sealed class FakeIbmTokens(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ends = [];
    private int _count;

    /// <summary>In seconds.</summary>
    public int Life { get; set; } = 3600;

    public async Task<IResult> GiveAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["grant_type"] != "urn:ibm:params:oauth:grant-type:apikey" || form["apikey"] != FakeIbmCloud.Key)
            return Results.Json(
                new JsonObject
                {
                    ["errorCode"] = "BXNIM0415E",
                    ["errorMessage"] = "Provided API key could not be found.",
                    ["context"] = new JsonObject { ["requestId"] = "r-1", ["requestType"] = "incoming.Identity_Token" },
                },
                statusCode: StatusCodes.Status400BadRequest);

        var ends = clock.GetUtcNow().AddSeconds(Life);
        var claims = new JsonObject
        {
            ["iam_id"] = $"iam-{FakeIbmCloud.Owner}",
            ["id"] = $"iam-{FakeIbmCloud.Owner}",
            ["sub"] = FakeIbmCloud.Owner,
            ["account"] = new JsonObject { ["bss"] = "a-1" },
            ["jti"] = Interlocked.Increment(ref _count),
            ["exp"] = ends.ToUnixTimeSeconds(),
            ["iat"] = clock.GetUtcNow().ToUnixTimeSeconds(),
        };
        var token = $"{Part("""{"alg":"none"}""")}.{Part(claims.ToJsonString())}.{Part("signature")}";
        foreach (var over in _ends.Where(it => it.Value <= clock.GetUtcNow()))
            _ends.TryRemove(over);
        _ends[token] = ends;
        return Results.Json(new JsonObject
        {
            ["access_token"] = token,
            ["refresh_token"] = "not_supported",
            ["token_type"] = "Bearer",
            ["expires_in"] = Life,
            ["expiration"] = ends.ToUnixTimeSeconds(),
            ["scope"] = "ibm openid",
        });
    }

    /// <summary>No token that was given counts any more.</summary>
    public void Forget() => _ends.Clear();

    public bool Takes(string? authorization) =>
        authorization?.Split(' ') is ["Bearer", var token] && _ends.TryGetValue(token, out var ends) && clock.GetUtcNow() < ends;

    private static string Part(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
