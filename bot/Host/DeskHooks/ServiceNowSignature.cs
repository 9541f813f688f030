using System.Text;
using ChatOpsBot.Application.Desks;

namespace ChatOpsBot.Host.DeskHooks;

/// <summary>How an instance signs what it sends: the time, a dot and the body (<see cref="HookSignature"/>).</summary>
internal static class ServiceNowSignature
{
    public const string TimeHeader = "X-ChatOpsBot-Time";
    public const string Header = "X-ChatOpsBot-Signature";

    /// <returns>When it was signed; null where it was not signed with the secret.</returns>
    public static DateTimeOffset? Check(string secret, IHeaderDictionary headers, ReadOnlySpan<byte> body) =>
        headers[TimeHeader] is [{ } time] && headers[Header] is [{ } given]
        && HookSignature.Fits(given, Encoding.UTF8.GetBytes(secret), $"{time}.", body)
            ? HookSignature.TimeOf(time)
            : null;
}
