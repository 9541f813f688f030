using System.Text;
using System.Text.Json.Nodes;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Connector;

/// <summary>A request of Teams in the making: everything right at first, so that a test can spoil one thing.</summary>
internal sealed class Letter(FakeKey key, DateTimeOffset now)
{
    public FakeKey Key { get; set; } = key;

    public string Scheme { get; set; } = "Bearer";

    public JsonObject Header { get; } = new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = key.Id };

    public JsonObject Claims { get; } = new()
    {
        ["iss"] = "https://api.botframework.com",
        ["aud"] = ActivityJson.AppId,
        ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
        ["exp"] = now.AddMinutes(59).ToUnixTimeSeconds(),
        ["serviceurl"] = ActivityJson.ServiceUrl,
    };

    public JsonObject Activity { get; set; } = ActivityJson.Message();

    /// <summary>Changes the finished token; null sends none.</summary>
    public Func<string, string?> Tamper { get; set; } = token => token;

    public HttpRequestMessage ToRequest()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(Activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (Tamper(Key.Sign(Header, Claims)) is { } token)
            request.Headers.TryAddWithoutValidation("Authorization", $"{Scheme} {token}");
        return request;
    }
}
