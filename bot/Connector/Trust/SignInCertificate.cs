using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ChatOpsBot.Connector.Trust;

/// <summary>The certificate the bot signs in with: a PFX or PEM file.</summary>
internal static class SignInCertificate
{
    public static X509Certificate2 Load(string path, string? password)
    {
        var isPem = Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase);
        return (isPem, string.IsNullOrEmpty(password)) switch
        {
            (true, true) => X509Certificate2.CreateFromPemFile(path),
            (true, false) => X509Certificate2.CreateFromEncryptedPemFile(path, password),
            _ => X509CertificateLoader.LoadPkcs12FromFile(path, password),
        };
    }

    /// <summary>Null when the certificate can be used; otherwise why not, without a full stop.</summary>
    public static string? Fault(string path, string? password)
    {
        if (!File.Exists(path))
            return "names a file that does not exist";

        try
        {
            using var certificate = Load(path, password);
            return certificate.HasPrivateKey ? null : "names a certificate without its private key";
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return $"names a file that cannot be read with Teams:CertificatePassword: {fault.Message.TrimEnd('.')}";
        }
    }
}
