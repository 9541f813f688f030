namespace ChatOpsBot.Domain.Requests.Files;

/// <summary>What a file is by the ending of its name, and how its first bytes prove it.</summary>
/// <param name="ContentType">The media type under which it goes to the desk, whatever its sender calls it.</param>
/// <param name="IsText">It can be read, and so looked through.</param>
/// <param name="Begins">Its first bytes; empty where any will do.</param>
public sealed record FileKind(string ContentType, bool IsText, params byte[][] Begins)
{
    private static readonly FileKind Text = new("text/plain", IsText: true);

    // Signatures: PDF 2.0, section 7.5.2; PNG, section 5.2; JPEG, annex B.1.1.3.
    private static readonly Dictionary<string, FileKind> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["txt"] = Text,
        ["log"] = Text,
        ["csv"] = new("text/csv", IsText: true),
        ["json"] = new("application/json", IsText: true),
        ["xml"] = new("application/xml", IsText: true),
        ["pdf"] = new("application/pdf", IsText: false, "%PDF-"u8.ToArray()),
        ["png"] = new("image/png", IsText: false, [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']),
        ["jpg"] = new("image/jpeg", IsText: false, [0xFF, 0xD8, 0xFF]),
        ["jpeg"] = new("image/jpeg", IsText: false, [0xFF, 0xD8, 0xFF]),
    };

    /// <summary>The endings that the bot can tell something of.</summary>
    public static IReadOnlyCollection<string> KnownEndings => Known.Keys;

    /// <summary>Of a file with another ending nothing is known but its bytes.</summary>
    public static FileKind Of(string ending) => Known.GetValueOrDefault(ending) ?? new("application/octet-stream", IsText: false);

    /// <summary>The ending of the picture that these bytes are; null for anything else.</summary>
    public static string? PictureIn(ReadOnlySpan<byte> content) =>
        Known["png"].Fits(content) ? "png" : Known["jpg"].Fits(content) ? "jpg" : null;

    public bool Fits(ReadOnlySpan<byte> content)
    {
        foreach (var begin in Begins)
            if (content.StartsWith(begin))
                return true;

        return Begins.Length == 0;
    }
}
