using ChatOpsBot.Connector.Trust;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Connector;

/// <summary>Reports every invalid setting at once, each with its key.</summary>
internal sealed class ConnectorOptionsRules(IHostEnvironment environment) : IValidateOptions<ConnectorOptions>
{
    private const int IdLength = 36;

    public ValidateOptionsResult Validate(string? name, ConnectorOptions options)
    {
        string[] faults = LocalPlaygroundMode.IsOnFor(environment, options)
            ? [.. Addresses(options), .. TimeLimits(options)]
            : [.. Registration(options), .. SignIn(options), .. Addresses(options), .. TimeLimits(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Registration(ConnectorOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.AppId))
            yield return "Teams:AppId is missing. "
                + "Only in environment Development, with no other Teams sign-in setting, does the bot run without it.";
        else if (!IsId(options.AppId))
            yield return "Teams:AppId is not a GUID.";

        if (string.IsNullOrWhiteSpace(options.TenantId))
            yield return "Teams:TenantId is missing.";
        else if (!IsId(options.TenantId))
            yield return "Teams:TenantId is not a GUID.";

        foreach (var tenant in options.AllowedTenants.Where(it => !IsId(it)))
            yield return $"Teams:AllowedTenants holds '{tenant}', which is not a GUID.";
    }

    private static IEnumerable<string> SignIn(ConnectorOptions options)
    {
        var ways = new[] { IsSet(options.ClientSecret), IsSet(options.CertificatePath), options.ManagedIdentity }.Count(it => it);
        if (ways != 1)
            yield return "Set exactly one of Teams:ClientSecret, Teams:CertificatePath and Teams:ManagedIdentity.";

        if (IsSet(options.CertificatePath) && SignInCertificate.Fault(options.CertificatePath!, options.CertificatePassword) is { } fault)
            yield return $"Teams:CertificatePath {fault}.";

        if (IsSet(options.ManagedIdentityClientId) && !options.ManagedIdentity)
            yield return "Teams:ManagedIdentityClientId is set but Teams:ManagedIdentity is not true.";
    }

    private static IEnumerable<string> Addresses(ConnectorOptions options)
    {
        foreach (var host in options.ServiceUrlHosts.Where(it => Uri.CheckHostName(it) != UriHostNameType.Dns))
            yield return $"Teams:ServiceUrlHosts holds '{host}', which is not a plain host name.";

        foreach (var host in options.FileHosts.Where(it => Uri.CheckHostName(it) != UriHostNameType.Dns))
            yield return $"Teams:FileHosts holds '{host}', which is not a plain host name.";

        if (!Uri.TryCreate(options.OpenIdMetadata, UriKind.Absolute, out var metadata) || !IsSafe(metadata))
            yield return "Teams:OpenIdMetadata is not an https address.";

        if (!Uri.TryCreate(options.TokenIssuer, UriKind.Absolute, out _))
            yield return "Teams:TokenIssuer is not an address.";

        if (!Uri.TryCreate(options.SignInAuthority, UriKind.Absolute, out var authority) || !IsSafe(authority))
            yield return "Teams:SignInAuthority is not an https address.";

        if (!Uri.TryCreate(options.GraphAddress, UriKind.Absolute, out var graph) || !IsSafe(graph))
            yield return "Teams:GraphAddress is not an https address.";

        if (!Uri.TryCreate(options.TokenScope, UriKind.Absolute, out _))
            yield return "Teams:TokenScope is not an address.";
    }

    private static IEnumerable<string> TimeLimits(ConnectorOptions options)
    {
        (string Key, TimeSpan Value)[] limits =
        [
            (nameof(options.CallTimeLimit), options.CallTimeLimit),
            (nameof(options.RetryWaitLimit), options.RetryWaitLimit),
            (nameof(options.SignInTimeLimit), options.SignInTimeLimit),
        ];
        return limits
            .Where(it => it.Value <= TimeSpan.Zero || it.Value > TimeSpan.FromMinutes(2))
            .Select(it => $"Teams:{it.Key} must be between zero and two minutes.");
    }

    // Compared as text with the ids in tokens and activities: with braces or spaces it would never match.
    private static bool IsId(string text) => Guid.TryParseExact(text, "D", out _) && text.Length == IdLength;

    private static bool IsSet(string? value) => !string.IsNullOrWhiteSpace(value);

    private static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
