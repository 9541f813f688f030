namespace ChatOpsBot.Connector;

/// <summary>
/// The bot's registration and how it signs in. Configuration section <c>Teams</c>. The defaults are those of the public cloud (Bot
/// Framework documentation, "Authentication with the Bot Connector API").
/// </summary>
public sealed class ConnectorOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Teams";

    /// <summary>Application (client) id of the bot's registration. Without it only local mode can run.</summary>
    public string? AppId { get; set; }

    /// <summary>The tenant the bot is registered in (single-tenant); it may always use the bot.</summary>
    public string? TenantId { get; set; }

    /// <summary>Further tenants whose people may use the bot.</summary>
    public IReadOnlyList<string> AllowedTenants { get; set; } = [];

    /// <summary>
    /// Exact hosts the bot may call and send its token to. Empty: <c>smba.trafficmanager.net</c>. For the US Government Community
    /// Cloud: <c>smba.infra.gcc.teams.microsoft.com</c>. Never a wildcard: anybody can register a name under trafficmanager.net.
    /// </summary>
    public IReadOnlyList<string> ServiceUrlHosts { get; set; } = [];

    /// <summary>
    /// Where the files lie that people send: these hosts and those below them. Empty: those of SharePoint and OneDrive. No token is sent
    /// there.
    /// </summary>
    public IReadOnlyList<string> FileHosts { get; set; } = [];

    /// <summary>Where the signing keys for incoming tokens are published.</summary>
    public string OpenIdMetadata { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>The only accepted issuer of incoming tokens.</summary>
    public string TokenIssuer { get; set; } = "https://api.botframework.com";

    /// <summary>
    /// Where the bot signs in. For the US Government cloud: <c>https://login.microsoftonline.us/</c>; for Azure in China:
    /// <c>https://login.partner.microsoftonline.cn/</c>.
    /// </summary>
    public string SignInAuthority { get; set; } = "https://login.microsoftonline.com/";

    /// <summary>The scope requested for outgoing tokens.</summary>
    public string TokenScope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>
    /// Where Microsoft Graph is, from which groups are read that hold roles. For the US Government cloud:
    /// <c>https://graph.microsoft.us</c>; for Azure in China: <c>https://microsoftgraph.chinacloudapi.cn</c>.
    /// </summary>
    public string GraphAddress { get; set; } = "https://graph.microsoft.com";

    /// <summary>Sign in with a client secret. Exactly one of the three ways to sign in must be set.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Sign in with a certificate: a PFX or PEM file with its private key.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>The password of the certificate file, if it has one.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>Sign in as the machine's managed identity.</summary>
    public bool ManagedIdentity { get; set; }

    /// <summary>Client id of a user-assigned identity; empty: <see cref="AppId"/>, which is that id for a managed-identity bot.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Time limit for one call to Teams.</summary>
    public TimeSpan CallTimeLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest wait between two attempts of a call; if Teams asks for longer, the call ends as throttled.</summary>
    public TimeSpan RetryWaitLimit { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Time limit for fetching signing keys and for getting the bot's own token.</summary>
    public TimeSpan SignInTimeLimit { get; set; } = TimeSpan.FromSeconds(10);
}
