using System.Net;
using System.Net.Sockets;

namespace ChatOpsBot.Tests.Support;

/// <summary>
/// Free ports of this machine, for a program that has to be told its port before it starts. They lie below those that the
/// operating system hands out by itself (32768 on Linux, 49152 on Windows and macOS), so that no connection of another test
/// takes one between the look and the start.
/// </summary>
internal static class Ports
{
    private const int First = 20_000;
    private const int Count = 12_000;

    private static int _next = Random.Shared.Next(Count);

    /// <summary>A port that nobody listens on now, and that this process gives to nobody else.</summary>
    public static int Free()
    {
        for (var tries = 0; tries < Count; tries++)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _next) % Count);
            if (IsFree(port))
                return port;
        }

        throw new InvalidOperationException($"Every port from {First} to {First + Count - 1} is taken.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
