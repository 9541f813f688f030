using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatOpsBot.Application.Desks;

/// <summary>
/// What signs the words between a desk and the bot: HMAC-SHA256 with a secret that both have, over a head and the body, in Base64. The
/// head ends with a dot and has the time in it, in seconds since 1970.
/// </summary>
internal static class HookSignature
{
    /// <summary>How far the two clocks may be apart, the way included.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public static byte[] Of(ReadOnlySpan<byte> secret, string head, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hash.AppendData(Encoding.UTF8.GetBytes(head));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    /// <param name="given">As it was sent, in Base64.</param>
    public static bool Fits(string given, ReadOnlySpan<byte> secret, string head, ReadOnlySpan<byte> body)
    {
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return Convert.TryFromBase64String(given, signature, out var length) && length == signature.Length
            && CryptographicOperations.FixedTimeEquals(Of(secret, head, body), signature);
    }

    /// <returns>Null where it is no time.</returns>
    public static DateTimeOffset? TimeOf(string seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var since)
        && since <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(since)
            : null;
}
