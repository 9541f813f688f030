using System.Globalization;

namespace ChatOpsBot.Domain.Requests.Files;

/// <summary>Whether a file may go with a request, told by its name and its bytes.</summary>
public static class FileCheck
{
    /// <returns>Why it may not go; null where nothing is against it.</returns>
    public static Problem? Of(string name, ReadOnlySpan<byte> content, FileLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        if (OfName(name, limits) is { } problem)
            return problem;
        if (content.IsEmpty)
            return Problem.Of("file.empty", ("file", name));
        if (content.Length > limits.MostBytes)
            return TooLarge(name, limits);

        var kind = FileKind.Of(EndingOf(name));
        if (!kind.IsText)
            return kind.Fits(content) ? null : Problem.Of("file.not_as_named", ("file", name));

        var readings = FileText.In(content);
        return readings.Count == 0
            ? Problem.Of("file.not_as_named", ("file", name))
            : readings.Select(text => SecretIn(name, text)).FirstOrDefault(found => found is not null);
    }

    /// <summary>The same as far as the name tells it.</summary>
    public static Problem? OfName(string name, FileLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return limits.Endings.Contains(EndingOf(name), StringComparer.OrdinalIgnoreCase)
            ? null
            : Problem.Of("file.kind", ("file", name), ("kinds", string.Join(", ", limits.Endings)));
    }

    public static Problem TooLarge(string name, FileLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return Problem.Of("file.too_large", ("file", name), ("most", FileSize.Say(limits.MostBytes)));
    }

    public static string EndingOf(string name) => Path.GetExtension(name).TrimStart('.');

    private static Problem? SecretIn(string name, string text) => SecretScan.In(text) is [var secret, ..]
        ? Problem.Of(
            $"file.secret.{secret.Kind}",
            ("file", name),
            ("line", (1 + text.AsSpan(0, secret.Start).Count('\n')).ToString(CultureInfo.InvariantCulture)))
        : null;
}
