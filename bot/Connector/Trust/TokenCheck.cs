using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatOpsBot.Connector.Trust;

/// <summary>
/// Validates the token of an incoming request (Bot Framework documentation, "Authentication with the Bot Connector API", Connector to
/// bot). Only tokens of the Bot Connector itself are valid; those of the Emulator, which the SDK accepts as well and Entra ID issues to
/// anybody, are not.
/// </summary>
internal sealed class TokenCheck(SigningKeys keys, IOptions<ConnectorOptions> options, TimeProvider time)
{
    private const string Scheme = "Bearer ";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms =
        [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler _handler = new();

    public async Task<RequestDecision> CheckAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) is not true)
            return Unproven("no bearer token");

        if (Read(authorization[Scheme.Length..].Trim()) is not { } token)
            return Unproven("the token is malformed");

        if (!Algorithms.Contains(token.Alg))
            return Unproven("the token's algorithm is not allowed");

        if (string.IsNullOrEmpty(token.Kid))
            return Unproven("the token names no key");

        return await keys.FindAsync(token.Kid, cancellationToken) switch
        {
            KeyLookup.Found found => await ValidateAsync(token, found.Key),
            KeyLookup.Unavailable => new RequestDecision.Denied(503, "the signing keys cannot be fetched"),
            _ => Unproven("the token's key is unknown"),
        };
    }

    private async Task<RequestDecision> ValidateAsync(JsonWebToken token, SigningKey key)
    {
        var result = await _handler.ValidateTokenAsync(token, Parameters(key));
        return result.IsValid
            ? new RequestDecision.Allowed(new ProvenSender.Token(ServiceUrl(token), key.Endorsements))
            : Unproven(Reason(result.Exception));
    }

    private TokenValidationParameters Parameters(SigningKey key) => new()
    {
        ValidIssuer = options.Value.TokenIssuer,
        AudienceValidator = (audiences, _, _) => audiences.Contains(options.Value.AppId, StringComparer.OrdinalIgnoreCase),
        IssuerSigningKey = key.Key,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        RequireAudience = true,
        LifetimeValidator = (notBefore, expires, _, _) => IsCurrent(notBefore, expires),
    };

    private bool IsCurrent(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + Skew && (notBefore is null || notBefore <= now + Skew);
    }

    // A signed token has three parts. The reader throws exceptions of many types on malformed input; all mean the same here.
    private static JsonWebToken? Read(string text)
    {
        if (text.Count(it => it == '.') != 2)
            return null;

        try
        {
            return new JsonWebToken(text);
        }
        catch (Exception)
        {
            return null;
        }
    }

    private static string? ServiceUrl(JsonWebToken token) =>
        token.TryGetPayloadValue<object>("serviceurl", out var claim) ? claim as string : null;

    private static string Reason(Exception? error) => error switch
    {
        SecurityTokenInvalidLifetimeException or SecurityTokenNoExpirationException => "the token is not valid at this time",
        SecurityTokenInvalidIssuerException => "the token's issuer is not the Bot Connector",
        SecurityTokenInvalidAudienceException => "the token is not meant for this bot",
        _ => "the token's signature is not valid",
    };

    private static RequestDecision.Denied Unproven(string reason) => new(401, reason);
}
