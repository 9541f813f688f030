using System.Globalization;

namespace ChatOpsBot.Domain.Requests.Files;

/// <summary>Says how large a file is: "12 KB", "4.2 MB".</summary>
public static class FileSize
{
    private const int Kilo = 1024;

    /// <param name="bytes">Not negative.</param>
    public static string Say(int bytes) => bytes switch
    {
        < Kilo => $"{bytes.ToString(CultureInfo.InvariantCulture)} B",
        < Kilo * Kilo => $"{((bytes + (Kilo / 2)) / Kilo).ToString(CultureInfo.InvariantCulture)} KB",
        _ => $"{((double)bytes / (Kilo * Kilo)).ToString("0.#", CultureInfo.InvariantCulture)} MB",
    };
}
