using System.Net;

namespace ChatOpsBot.Host;

/// <summary>Where the bot listens: <c>--urls</c>, or the setting <c>Urls</c>; several are separated by semicolons.</summary>
internal static class ListenAddresses
{
    private const string Default = "http://localhost:3978";

    /// <param name="urls">From the command line; null or empty leaves it to the settings.</param>
    public static string Read(string? urls, IConfiguration configuration) =>
        new[] { urls, configuration["Urls"] }.FirstOrDefault(it => !string.IsNullOrWhiteSpace(it)) ?? Default;

    public static IEnumerable<string> Faults(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(it => !IsAddress(it))
            .Select(it => $"Urls (--urls) holds '{it}'. The bot listens on http addresses such as {Default}; https is for the proxy before it.");

    private static bool IsAddress(string text)
    {
        try
        {
            var address = BindingAddress.Parse(text);
            return address.Scheme == Uri.UriSchemeHttp
                && address.PathBase.Length == 0
                && (address.IsUnixPipe || address.Port is >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
