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

    /// <summary>The tenant the bot is registered in (single-tenant); it may always talk to the bot.</summary>
    public string? TenantId { get; set; }

    /// <summary>Further tenants whose people may talk to the bot.</summary>
    public IReadOnlyList<string> AllowedTenants { get; set; } = [];

    /// <summary>
    /// Exact hosts the bot may call and send its token to. Empty: <c>smba.trafficmanager.net</c>. For the US Government Community
    /// Cloud: <c>smba.infra.gcc.teams.microsoft.com</c>. Never a wildcard: anybody can register a name under trafficmanager.net.
    /// </summary>
    public IReadOnlyList<string> ServiceUrlHosts { get; set; } = [];

    /// <summary>Where the keys that sign incoming tokens are announced.</summary>
    public string OpenIdMetadata { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>The one issuer of incoming tokens.</summary>
    public string TokenIssuer { get; set; } = "https://api.botframework.com";

    /// <summary>What an outgoing token is asked for.</summary>
    public string TokenScope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>Signs in by secret. One of the three ways to sign in must be set, and only one.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Signs in by certificate: a PFX or PEM file with its private key.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>Of the certificate's file, where it has one.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>Signs in as the machine's managed identity.</summary>
    public bool ManagedIdentity { get; set; }

    /// <summary>Client id of a user-assigned identity; empty: <see cref="AppId"/>, which is that id for a managed-identity bot.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Longest wait for one answer of Teams.</summary>
    public TimeSpan CallTimeLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest wait between two tries of one call; asked to wait longer, the call ends as throttled.</summary>
    public TimeSpan RetryWaitLimit { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest wait for signing keys, and for a token of the bot's own.</summary>
    public TimeSpan SignInTimeLimit { get; set; } = TimeSpan.FromSeconds(10);
}
