using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ChatOpsBot.Application.Desks.Webhook;

/// <summary>
/// Standard Webhooks 1.0 (https://www.standardwebhooks.com), both ways: id, time and body with dots between them, signed with each
/// secret there is, so that one can take the place of another without a gap.
/// </summary>
internal static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimeHeader = "webhook-timestamp";
    public const string Header = "webhook-signature";

    private const string Prefix = "whsec_";
    private const string Version = "v1,";

    // As the specification has it.
    private const int ShortestSecret = 24;
    private const int LongestSecret = 64;

    /// <param name="id">Without a dot.</param>
    public static string Of(IEnumerable<byte[]> secrets, string id, DateTimeOffset time, ReadOnlyMemory<byte> body) =>
        string.Join(
            ' ',
            secrets.Select(secret => Version + Convert.ToBase64String(HookSignature.Of(secret, Head(id, Seconds(time)), body.Span))));

    /// <param name="given">Signatures with blanks between them; those of other versions are not looked at.</param>
    /// <returns>When it was signed; null where it was not signed with one of the secrets.</returns>
    public static DateTimeOffset? Check(IEnumerable<byte[]> secrets, string id, string time, string given, ReadOnlyMemory<byte> body) =>
        given.Split(' ').Where(it => it.StartsWith(Version, StringComparison.Ordinal))
            .Any(it => secrets.Any(secret => HookSignature.Fits(it[Version.Length..], secret, Head(id, time), body.Span)))
            ? HookSignature.TimeOf(time)
            : null;

    public static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <param name="setting">One or more of the form <c>whsec_</c> and Base64, with blanks between them.</param>
    public static bool TryReadSecrets(string? setting, [NotNullWhen(true)] out IReadOnlyList<byte[]>? secrets)
    {
        var read = (setting ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read).ToList();
        secrets = read.Count > 0 && !read.Contains(null) ? [.. read.OfType<byte[]>()] : null;
        return secrets is not null;
    }

    private static byte[]? Read(string secret)
    {
        var text = secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : secret;
        Span<byte> bytes = stackalloc byte[LongestSecret];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= ShortestSecret ? bytes[..length].ToArray() : null;
    }

    private static string Head(string id, string time) => $"{id}.{time}.";
}
