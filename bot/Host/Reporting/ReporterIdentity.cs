using System.Security.Claims;
using ChatOpsBot.Application.Recovery.Reporting;

namespace ChatOpsBot.Host.Reporting;

/// <summary>A reporter as a request carries it.</summary>
internal sealed class ReporterIdentity(Reporter reporter) : ClaimsIdentity(
    [new(DefaultNameClaimType, reporter.Name)], ReporterAuthentication.SchemeName)
{
    public Reporter Reporter { get; } = reporter;

    /// <exception cref="InvalidOperationException">The request was not let in by <see cref="ReporterAuthentication"/>.</exception>
    public static Reporter Of(ClaimsPrincipal user) => user.Identities.OfType<ReporterIdentity>().Single().Reporter;
}
