using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace ChatOpsBot.Storage.Audit;

/// <summary>Holds a stored timestamp against the entry that it was taken of.</summary>
/// <param name="authority">Whoever is trusted to have signed it, or to have issued the certificate that did; null trusts anybody.</param>
internal sealed class TimestampCheck(X509Certificate2? authority)
{
    private const string ForTimestamps = "1.3.6.1.5.5.7.3.8";

    /// <param name="hash">Of the entry as it is now.</param>
    /// <returns>Null where it fits.</returns>
    public string? FaultOf(AuditTimestamp stamp, byte[] hash)
    {
        if (!Rfc3161TimestampToken.TryDecode(stamp.Token, out var token, out var read) || read != stamp.Token.Length)
            return "its timestamp is not a timestamp token";
        if (TimestampStore.TimeOf(token) != stamp.At)
            return "its timestamp is stored with another time than it has";
        X509Certificate2Collection known = authority is null ? [] : [authority];
        return !token.VerifySignatureForHash(hash, HashAlgorithmName.SHA256, out var signer, known)
                ? "its timestamp is not a signature of its hash"
            : authority is not null && !IsTrusted(signer, token) ? "its timestamp is not signed by the authority"
            : null;
    }

    private bool IsTrusted(X509Certificate2 signer, Rfc3161TimestampToken token)
    {
        if (signer.RawDataMemory.Span.SequenceEqual(authority!.RawDataMemory.Span))
            return true;

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.ExtraStore.AddRange(token.AsSignedCms().Certificates);
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ForTimestamps));
        chain.ChainPolicy.VerificationTime = token.TokenInfo.Timestamp.UtcDateTime;
        // An auditor's machine may be without a network; a certificate that was withdrawn is the auditor's to know.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        return chain.Build(signer);
    }
}
