using System.Net;

namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>An HTTP answer of IBM, or of whatever stands before it.</summary>
/// <param name="IsJson">By its content type: a page of a gateway is never read.</param>
/// <param name="RetryAfter">What the header of that name asks for.</param>
internal sealed record IbmAnswer(HttpStatusCode Status, byte[] Body, bool IsJson, TimeSpan? RetryAfter)
{
    /// <param name="call">What was asked for, as the log names it.</param>
    /// <returns>Null for an answer that can be read. Its outcome is that of a call that changes something.</returns>
    public IbmFault? Fault(string call)
    {
        var status = (int)Status;
        var (code, said) = IsJson && status >= 400 ? IbmErrorText.Read(Body) : (null, "");
        var reason = code is null ? $"IBM: {call}, HTTP {status}." : $"IBM: {call}, HTTP {status}, {code}.";
        IbmFault fault = new(KindOf(status), Body.Length > 0 && !IsJson ? $"{reason} The answer is not JSON." : reason);
        return status is >= 200 and < 300 && IsJson && Body.Length > 0 ? null
            : fault with { Said = said, After = RetryAfter, Status = status };
    }

    private IbmFaultKind KindOf(int status) => status switch
    {
        429 => IbmFaultKind.Later,
        >= 300 and < 400 => IbmFaultKind.NeedsOperator,
        // Whoever says so has not passed it on.
        413 => IbmFaultKind.Refused,
        // A gateway's page says nothing of what stands behind it.
        _ when Body.Length > 0 && !IsJson => IbmFaultKind.OutcomeUnknown,
        401 or 403 => IbmFaultKind.NeedsOperator,
        404 when IsJson => IbmFaultKind.NotFound,
        404 or 408 or < 300 or >= 500 => IbmFaultKind.OutcomeUnknown,
        _ => IbmFaultKind.Refused,
    };
}
