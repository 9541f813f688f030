using System.Net;

namespace ChatOpsBot.Host.Telemetry;

/// <summary>Where metrics are fetched.</summary>
/// <param name="Url">What is listened on, without the path.</param>
/// <param name="Path">Begins with a slash.</param>
internal sealed record MetricsAddress(string Url, string Host, int Port, string Path)
{
    /// <summary>Other machines reach it, if nothing stands before it.</summary>
    public bool IsOpen =>
        Host != "localhost" && !(IPAddress.TryParse(Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>Null for nothing, and for what is no such address.</summary>
    public static MetricsAddress? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;

        try
        {
            var address = BindingAddress.Parse(text.Trim());
            return address is { Scheme: "http", IsUnixPipe: false, Port: > 0 and <= IPEndPoint.MaxPort, PathBase.Length: > 1 }
                ? new($"http://{address.Host}:{address.Port}", address.Host, address.Port, address.PathBase)
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>One of the bot's own addresses has the same port.</summary>
    /// <param name="urls">Separated by semicolons.</param>
    public bool IsAmong(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Any(url => url.TrimEnd('/').EndsWith($":{Port}", StringComparison.Ordinal));
}
