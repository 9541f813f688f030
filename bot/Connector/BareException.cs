using System.Data.Common;
using System.Net.Sockets;
using System.Text;

namespace ChatOpsBot.Connector;

/// <summary>
/// An exception as it may be logged: its type and stack trace. The message is left out, as it may repeat what somebody wrote ("The input
/// string '...' was not in a correct format"); messages of networks, files and databases, which do not, are kept.
/// </summary>
public sealed class BareException(Exception fault) : Exception(Words(fault))
{
    public override string? StackTrace => fault.StackTrace;

    public override string ToString()
    {
        var text = new StringBuilder();
        for (var (one, depth) = ((Exception?)fault, 0); one is not null; (one, depth) = (one.InnerException, depth + 1))
            text.Append(depth == 0 ? "" : " ---> ").Append(Words(one)).Append('\n').Append(one.StackTrace).Append('\n');
        return text.ToString();
    }

    private static string Words(Exception fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var name = fault.GetType().FullName ?? fault.GetType().Name;
        return fault is DbException or SocketException or IOException or HttpRequestException or TimeoutException
            ? $"{name}: {fault.Message}"
            : name;
    }
}
