using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>What the instance answers; each part may be missing, or of another type than it should be.</summary>
internal sealed record ServiceNowBody(JsonElement? Result, JsonElement? Error);

/// <summary>What <c>oauth_token.do</c> answers (RFC 6749, section 5).</summary>
internal sealed record ServiceNowToken(string? AccessToken, double? ExpiresIn, string? Error);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ServiceNowBody))]
[JsonSerializable(typeof(ServiceNowToken))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class ServiceNowJson : JsonSerializerContext;
