using System.Net;

namespace ChatOpsBot.Host;

/// <summary>
/// Where the bot listens: <c>--urls</c>, or the setting <c>Urls</c>; several are separated by semicolons. Where neither says it, the
/// ports of
/// <c>ASPNETCORE_HTTP_PORTS</c> on every address, which is what a container's base image sets.
/// </summary>
internal static class ListenAddresses
{
    private const string Default = "http://localhost:3978";

    /// <param name="urls">From the command line; null or empty leaves it to the settings.</param>
    public static string Read(string? urls, IConfiguration configuration) =>
        new[] { urls, configuration["Urls"], OfPorts(configuration["HTTP_PORTS"]) }.FirstOrDefault(it => !string.IsNullOrWhiteSpace(it))
        ?? Default;

    public static IEnumerable<string> Faults(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(it => !IsAddress(it))
            .Select(it =>
                $"Urls (--urls) holds '{it}'. The bot listens on http addresses such as {Default}; https is for the proxy in front of it.");

    /// <summary>The first of them, as a program on this machine reaches it.</summary>
    /// <exception cref="StartFaultException">There is none, or one the bot could not listen on.</exception>
    public static Uri First(string urls)
    {
        if (Faults(urls).FirstOrDefault() is { } fault)
            throw new StartFaultException(fault);

        var address =
            urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(BindingAddress.Parse)
                .FirstOrDefault(it => !it.IsUnixPipe)
            ?? throw new StartFaultException($"The bot listens on {urls} alone; it is asked at an address with a port.");
        // By number: an image without anything but the program may not know the name of its own machine.
        var isAny = address.Host is "*" or "+" or "0.0.0.0" or "[::]";
        return new UriBuilder(address.Scheme, isAny ? "127.0.0.1" : address.Host, address.Port).Uri;
    }

    /// <summary>The same, as long as the bot has not started; null where only the server itself will know it.</summary>
    public static Uri? Expected(IConfiguration configuration)
    {
        var urls = Read(urls: null, configuration);
        if (configuration.GetSection("Kestrel:Endpoints").Exists() || urls.Contains("unix:", StringComparison.Ordinal))
            return null;

        return First(urls) is { Port: > 0 } address ? address : null;
    }

    private static string OfPorts(string? ports) =>
        string.Join(
            ';',
            (ports ?? "")
                .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(port => $"http://*:{port}"));

    private static bool IsAddress(string text)
    {
        try
        {
            var address = BindingAddress.Parse(text);
            return address.Scheme == Uri.UriSchemeHttp
                && address.PathBase.Length == 0
                && (address.IsUnixPipe || (HasPlainHost(address) && address.Port is >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    // What is no port is read as a part of the name.
    private static bool HasPlainHost(BindingAddress address) =>
        address.Host.StartsWith('[') || !address.Host.Contains(':', StringComparison.Ordinal);
}
