using System.Security.Cryptography;
using System.Threading.RateLimiting;
using ChatOpsBot.Application.Recovery.Reporting;
using ChatOpsBot.Connector;
using ChatOpsBot.Connector.Trust;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Reporting;

/// <summary>Who may report, and how often; asked before anything of the body is read.</summary>
internal sealed class ReporterGate : IDisposable
{
    private const string KeyHeader = "X-Api-Key";
    private const string Bearer = "Bearer ";

    private readonly LocalPlaygroundMode _local;
    private readonly (byte[] Hash, Reporter Reporter)[] _reporters;
    private readonly PartitionedRateLimiter<Reporter> _pace;

    public ReporterGate(IOptions<ReportingOptions> options, IOptions<ConnectorOptions> teams, LocalPlaygroundMode local)
    {
        _local = local;
        _reporters =
        [
            .. options.Value.Reporters.Select(it => (Convert.FromHexString(it.KeyHash.Trim()), Reporter.Of(it, teams.Value.TenantId))),
        ];
        var perMinute = options.Value.ReportsPerMinute;
        _pace = PartitionedRateLimiter.Create<Reporter, string>(reporter =>
            RateLimitPartition.GetTokenBucketLimiter(
                reporter.Name,
                _ =>
                    new()
                    {
                        TokenLimit = perMinute,
                        TokensPerPeriod = perMinute / 60,
                        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                    }));
    }

    public ReporterAdmission Admit(HttpContext http)
    {
        var admission = Known(http);
        if (admission is not ReporterAdmission.Granted { Reporter: var reporter })
            return admission;

        using var lease = _pace.AttemptAcquire(reporter);
        return lease.IsAcquired
            ? admission
            : new ReporterAdmission.Refused(
                StatusCodes.Status429TooManyRequests, "too many requests; send several events in one, or wait a second");
    }

    public void Dispose() => _pace.Dispose();

    private ReporterAdmission Known(HttpContext http)
    {
        if (_reporters.Length > 0)
            return KeyOf(http.Request) is { } key && Find(ReporterKey.Hash(key)) is { } reporter
                ? new ReporterAdmission.Granted(reporter)
                : new ReporterAdmission.Refused(
                    StatusCodes.Status401Unauthorized,
                    $"a known key is needed: Authorization: Bearer <key>, or {KeyHeader}: <key>, one of them");

        if (!_local.IsOn)
            return new ReporterAdmission.Refused(
                StatusCodes.Status403Forbidden, "no program may report DR events; the setting Recovery:Reporters lists none");

        return LocalPlaygroundMode.IsFromThisMachine(http)
            ? new ReporterAdmission.Granted(Reporter.Local)
            : new ReporterAdmission.Refused(StatusCodes.Status403Forbidden, "local mode takes requests from this machine only");
    }

    // Every hash is compared whole, whichever fits: the time it takes tells nothing.
    private Reporter? Find(byte[] hash)
    {
        Reporter? found = null;
        foreach (var (known, reporter) in _reporters)
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

/// <summary>Whether a request may come in. The family is closed.</summary>
internal abstract record ReporterAdmission
{
    private ReporterAdmission()
    {
    }

    public sealed record Granted(Reporter Reporter) : ReporterAdmission;

    /// <param name="Status">HTTP status.</param>
    public sealed record Refused(int Status, string Reason) : ReporterAdmission;
}
