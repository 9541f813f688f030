using System.Text;
using System.Text.Unicode;

namespace ChatOpsBot.Domain.Requests.Files;

/// <summary>The text in a file, of which nobody says how it is written.</summary>
public static class FileText
{
    /// <returns>Each way it may be meant; none where it is no text.</returns>
    public static IReadOnlyList<string> In(ReadOnlySpan<byte> content)
    {
        if (content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return [(content[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(content[2..])];

        var bytes = content is [0xEF, 0xBB, 0xBF, ..] ? content[3..] : content;
        if (Utf8.IsValid(bytes))
            return IsText(bytes) ? [Encoding.UTF8.GetString(bytes)] : [];

        // A file of IBM i that was copied without a conversion is EBCDIC, in which a line ends with NEL or with nothing at all.
        string[] readings = [Windows.GetString(bytes), Ebcdic.GetString(bytes)];
        return [.. readings.Where(text => text.All(letter => !char.IsControl(letter) || IsLayout(letter)))];
    }

    private static Encoding Windows => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static Encoding Ebcdic => CodePagesEncodingProvider.Instance.GetEncoding(37)!;

    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
            if (one < ' ' && !IsLayout((char)one))
                return false;

        return true;
    }

    // Form feeds separate the pages of a spooled file; "escape" colours what a shell printed.
    private static bool IsLayout(char letter) => letter is '\t' or '\n' or '\r' or '\f' or '\u0085' or '\u001B';
}
