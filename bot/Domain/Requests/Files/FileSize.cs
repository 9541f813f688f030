using System.Globalization;

namespace ChatOpsBot.Domain.Requests.Files;

/// <summary>Says how large a file is: "12 KB", "4.2 MB".</summary>
public static class FileSize
{
    private const int Kilo = 1024;

    /// <summary>Rounded up: what is too large never looks as if it fitted.</summary>
    /// <param name="bytes">Not negative.</param>
    public static string Say(long bytes) => bytes switch
    {
        < Kilo => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < Kilo * Kilo => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling((double)bytes / Kilo)} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(bytes * 10.0 / (Kilo * Kilo)) / 10:0.#} MB"),
    };
}
