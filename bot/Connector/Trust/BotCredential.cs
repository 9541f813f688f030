using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Connector.Trust;

/// <summary>The way the bot signs in, as configured. Single-tenant: the token comes from the bot's own tenant.</summary>
internal sealed class BotCredential(IHttpClientFactory clients, IOptions<ConnectorOptions> options)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "Sign-in";

    public TokenCredential Create()
    {
        var transport = new HttpClientTransport(clients.CreateClient(ClientName));
        var settings = options.Value;
        if (settings.ManagedIdentity)
            return new ManagedIdentityCredential(new ManagedIdentityCredentialOptions(Identity(settings)) { Transport = transport });

        return string.IsNullOrWhiteSpace(settings.CertificatePath)
            ? new ClientSecretCredential(settings.TenantId, settings.AppId, settings.ClientSecret, new() { Transport = transport })
            : new ClientCertificateCredential(
                settings.TenantId, settings.AppId, SignInCertificate.Load(settings.CertificatePath, settings.CertificatePassword), new() { Transport = transport });
    }

    private static ManagedIdentityId Identity(ConnectorOptions settings) =>
        ManagedIdentityId.FromUserAssignedClientId(
            string.IsNullOrWhiteSpace(settings.ManagedIdentityClientId) ? settings.AppId : settings.ManagedIdentityClientId);
}
