using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ChatOpsBot.Application.Recovery.Reporting;

/// <summary>
/// What a program proves itself by: 256 random bits, so that a plain SHA-256 of it gives nothing away (no password that could be guessed).
/// </summary>
internal static class ReporterKey
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    public static bool IsHash(string text) => text.Trim() is { Length: 2 * SHA256.HashSizeInBytes } hash && hash.All(char.IsAsciiHexDigit);
}
