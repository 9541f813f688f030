using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace ChatOpsBot.Sandbox.ServiceNow;

/// <summary>Who may call <see cref="FakeServiceNow"/>: one user by password, one OAuth client by tokens that end.</summary>
public sealed class FakeServiceNowSignIn(TimeProvider clock)
{
    private readonly Dictionary<string, DateTimeOffset> _tokens = [];
    private int _issued;

    /// <summary>Of a token, in seconds, as the answer says it and as it is.</summary>
    public int Life { get; set; } = 1799;

    public int Issued => _issued;

    /// <summary>No token that was given is accepted any more.</summary>
    public void Revoke() => _tokens.Clear();

    internal bool Knows(string authorization) => authorization.Split(' ', 2) switch
    {
        ["Basic", var both] => Encoding.UTF8.GetString(Convert.FromBase64String(both)) == $"{FakeServiceNow.User}:{FakeServiceNow.Password}",
        ["Bearer", var token] => _tokens.TryGetValue(token, out var end) && clock.GetUtcNow() < end,
        _ => false,
    };

    internal FakeServiceNowAnswer Issue(FakeServiceNowCall call)
    {
        var form = QueryHelpers.ParseQuery(call.Text);
        if (call.Method != "POST" || !call.Header("Content-Type").StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal)
            || form["grant_type"] != "client_credentials")
            return new(400, new JsonObject { ["error"] = "invalid_request" });
        if (form["client_id"] != FakeServiceNow.ClientId || form["client_secret"] != FakeServiceNow.ClientSecret)
            return new(401, new JsonObject { ["error"] = "invalid_client", ["error_description"] = "access_denied" });

        var token = $"token-{++_issued}";
        foreach (var over in _tokens.Where(it => it.Value <= clock.GetUtcNow()).ToList())
            _tokens.Remove(over.Key);
        _tokens[token] = clock.GetUtcNow().AddSeconds(Life);
        return new(
            200,
            new JsonObject { ["access_token"] = token, ["token_type"] = "Bearer", ["expires_in"] = Life, ["scope"] = "useraccount" });
    }
}
