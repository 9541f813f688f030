using System.Globalization;

namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>What stands between the two <c>---</c> lines at the top of a page.</summary>
/// <param name="Body">Index of the first line after it.</param>
internal sealed record FrontMatter(DateOnly? Updated, Uri? Source, int Body)
{
    private const string Fence = "---";

    public static FrontMatter Read(string[] lines, WarningList warnings)
    {
        var start = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        if (start < 0 || lines[start].TrimEnd() != Fence)
            return new(null, null, 0);

        var end = Array.FindIndex(lines, start + 1, line => line.TrimEnd() == Fence);
        if (end < 0)
        {
            warnings.Add(start + 1, "The front subject is never closed by a line \"---\".");
            return new(null, null, start + 1);
        }

        return new(Date(lines, start, end, warnings), Address(lines, start, end, warnings), end + 1);
    }

    private static DateOnly? Date(string[] lines, int start, int end, WarningList warnings)
    {
        if (Value(lines, start, end, "lastupdated:") is not var (text, line))
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;

        warnings.Add(line, $"\"{text}\" is not a date of the form 2024-10-28.");
        return null;
    }

    private static Uri? Address(string[] lines, int start, int end, WarningList warnings)
    {
        if (Value(lines, start, end, "source:") is not var (text, line))
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps)
            return address;

        warnings.Add(line, $"\"{text}\" is not an https address.");
        return null;
    }

    private static (string Text, int Line)? Value(string[] lines, int start, int end, string key)
    {
        var index = Array.FindIndex(lines, start, end - start, line => line.StartsWith(key, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : (lines[index][key.Length..].Trim().Trim('"', '\''), index + 1);
    }
}
