using System.Globalization;
using System.Net;

namespace ChatOpsBot.Host.TeamsApp;

/// <summary>A host name that Teams can reach, read from what somebody typed: nothing around it, no address of a machine.</summary>
internal abstract record HostName
{
    private HostName()
    {
    }

    /// <param name="Name">In lower case; letters beyond ASCII as DNS writes them.</param>
    public sealed record Right(string Name) : HostName;

    public sealed record Wrong(string Fault) : HostName;

    public static HostName Read(string typed)
    {
        if (IPAddress.TryParse(typed.Trim('[', ']'), out _))
            return new Wrong($"'{typed}' is an IP address; Teams needs a host name with a certificate.");
        if (Bare(typed) is { } bare && bare != typed)
            return new Wrong(Ascii(bare) is null || IPAddress.TryParse(bare, out _)
                ? $"'{typed}' is more than a host name; enter it like bot.example.com."
                : $"enter only the host name: {bare}, not {typed}.");
        if (typed.Contains('*', StringComparison.Ordinal))
            return new Wrong($"'{typed}' is a wildcard; the bot has one host name.");

        return Ascii(typed) switch
        {
            null => new Wrong($"'{typed}' is not a host name such as bot.example.com."),
            var name when !name.Contains('.', StringComparison.Ordinal) => new Wrong(
                $"'{typed}' cannot be reached from Teams; use a name such as bot.example.com."),
            var name => new Right(name),
        };
    }

    // "https://user@bot.example.com:443/api/messages" without all that is not the host.
    private static string Bare(string typed)
    {
        var start = typed.IndexOf("://", StringComparison.Ordinal);
        var rest = start < 0 ? typed : typed[(start + 3)..];
        var host = rest.Split('/', '?', '#', '\\')[0];
        return host[(host.LastIndexOf('@') + 1)..].Split(':')[0];
    }

    private static string? Ascii(string typed)
    {
        try
        {
            var name = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(typed.TrimEnd('.')).ToLowerInvariant();
            return Uri.CheckHostName(name) is UriHostNameType.Dns ? name : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
