using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatOpsBot.Host.DeskHooks;

/// <summary>
/// How an instance signs what it sends: HMAC-SHA256 over the time, a dot and the body, with the secret that both have, in Base64. The
/// time, in seconds since 1970, is part of what is signed.
/// </summary>
internal static class ServiceNowSignature
{
    public const string TimeHeader = "X-ChatOpsBot-Time";
    public const string Header = "X-ChatOpsBot-Signature";

    /// <summary>How far the two clocks may be apart, the way included.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public static byte[] Of(string secret, string time, ReadOnlySpan<byte> body) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes($"{time}."), .. body]);

    /// <returns>When it was signed; null where it was not signed with the secret.</returns>
    public static DateTimeOffset? Check(string secret, IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        if (headers[TimeHeader] is not [{ } time] || headers[Header] is not [{ } given])
            return null;

        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!Convert.TryFromBase64String(given, signature, out var length) || length != signature.Length
            || !CryptographicOperations.FixedTimeEquals(Of(secret, time, body), signature))
            return null;

        return long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }
}
