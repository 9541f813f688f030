using System.Globalization;

namespace ChatOpsBot.Application.Desks;

/// <summary>How large a file is, as people say it.</summary>
internal static class FileSize
{
    private const int Kilobyte = 1024;
    private const int Megabyte = Kilobyte * Kilobyte;

    /// <summary>Rounded up: what is too large never looks as if it fitted.</summary>
    public static string Words(long bytes) => bytes switch
    {
        < Kilobyte => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < Megabyte => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling((double)bytes / Kilobyte)} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(bytes * 10.0 / Megabyte) / 10:0.#} MB"),
    };
}
