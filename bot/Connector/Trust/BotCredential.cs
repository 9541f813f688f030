using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;

namespace ChatOpsBot.Connector.Trust;

/// <summary>The way the bot signs in, as configured. Single-tenant: the token comes from the bot's own tenant.</summary>
internal static class BotCredential
{
    public static TokenCredential From(ConnectorOptions options)
    {
        if (options.ManagedIdentity)
        {
            var identity = string.IsNullOrWhiteSpace(options.ManagedIdentityClientId) ? options.AppId : options.ManagedIdentityClientId;
            return new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(identity));
        }

        return string.IsNullOrWhiteSpace(options.CertificatePath)
            ? new ClientSecretCredential(options.TenantId, options.AppId, options.ClientSecret)
            : new ClientCertificateCredential(
                options.TenantId, options.AppId, Certificate(options.CertificatePath, options.CertificatePassword));
    }

    private static X509Certificate2 Certificate(string path, string? password)
    {
        var isPem = Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase);
        return (isPem, string.IsNullOrEmpty(password)) switch
        {
            (true, true) => X509Certificate2.CreateFromPemFile(path),
            (true, false) => X509Certificate2.CreateFromEncryptedPemFile(path, password),
            _ => X509CertificateLoader.LoadPkcs12FromFile(path, password),
        };
    }
}
