using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using ChatOpsBot.Application;
using ChatOpsBot.Application.Recovery.Reporting;
using ChatOpsBot.Connector.Trust;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Reporting;

/// <summary>Which program reports, by its key; asked before anything of the body is read.</summary>
internal sealed class ReporterAuthentication(
    IOptionsMonitor<ReporterKeyOptions> options, ILoggerFactory logs, UrlEncoder encoder, ILogger<ReportEndpoint> log)
    : AuthenticationHandler<ReporterKeyOptions>(options, logs, encoder)
{
    public const string SchemeName = "reporter";

    private const string KeyHeader = "X-Api-Key";
    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Known() is { } reporter
        ? AuthenticateResult.Success(new(new ClaimsPrincipal(new ReporterIdentity(reporter)), SchemeName))
        : AuthenticateResult.NoResult());

    /// <summary>A key helps where programs are listed, and nowhere else.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var (status, reason) = Options switch
        {
            { Reporters.Count: > 0 } => (
                StatusCodes.Status401Unauthorized,
                $"A known key is needed: Authorization: Bearer <key>, or {KeyHeader}: <key>, one of them."),
            { IsLocal: true } => (StatusCodes.Status403Forbidden, "Local mode takes requests from this machine only."),
            _ => (StatusCodes.Status403Forbidden, "No program may report DR events; the setting Recovery:Reporters lists none."),
        };
        log.ReportRefused("?", status);
        if (status == StatusCodes.Status401Unauthorized)
            Response.Headers.WWWAuthenticate = "Bearer";
        return ReportAnswer.Refused(status, reason).ToResult().ExecuteAsync(Context);
    }

    private Reporter? Known() =>
        Options.Reporters.Count > 0 ? KeyOf(Request) is { } key ? Find(ReporterKey.Hash(key)) : null
        : Options.IsLocal && LocalPlaygroundMode.IsFromThisMachine(Context) ? Reporter.Local
        : null;

    // Every hash is compared whole, whichever fits: the time it takes tells nothing.
    private Reporter? Find(byte[] hash)
    {
        Reporter? found = null;
        foreach (var (known, reporter) in Options.Reporters)
            if (CryptographicOperations.FixedTimeEquals(known, hash))
                found = reporter;
        return found;
    }

    private static string? KeyOf(HttpRequest request)
    {
        string?[] given =
        [
            .. request.Headers.Authorization.Select(it =>
                it?.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) is true ? it[Bearer.Length..].Trim() : ""),
            .. request.Headers[KeyHeader].Select(it => it?.Trim()),
        ];
        return given is [{ Length: > 0 } only] ? only : null;
    }
}
