using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ChatOpsBot.Host.Tickets;

/// <summary>
/// What proves that a form was drawn for the very browser that sends it: made of the secret in its cookie, which no page can read, so no
/// key has to be shared among instances or kept.
/// </summary>
internal static class FormToken
{
    private const string Purpose = "chatopsbot desk form 1\n";
    private const int Bytes = 32;

    /// <summary>Where no cookie is needed, in local mode: another one after each start.</summary>
    public static string Local { get; } = Of(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    public static string Of(string secret) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(Purpose + secret)));

    public static bool AreSame(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
