using System.Net;
using System.Net.Sockets;

namespace ChatOpsBot.Host.Local;

internal static class PortCheck
{
    /// <exception cref="StartFaultException">Another program listens there.</exception>
    public static void MustBeFree(int port, string setting)
    {
        if (!IsFree(port))
            throw new StartFaultException(
                $"Port {port} is in use by another program. Stop that program, set {setting} to another port, or start with --no-playground.");
    }

    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
