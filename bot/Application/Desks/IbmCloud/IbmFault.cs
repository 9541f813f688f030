using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>Why a call to IBM came to nothing.</summary>
/// <param name="Reason">For the log: codes, never what people write.</param>
internal sealed record IbmFault(IbmFaultKind Kind, string Reason)
{
    /// <summary>HTTP status; null where no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>How long IBM wants to be left alone; null where it does not say.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>What IBM says of it, for people; empty where it says nothing.</summary>
    public string Said { get; init; } = "";

    public DeskAnswer.NotNow Later => new(Reason, After)
    {
        IsOutcomeUnknown = Kind is IbmFaultKind.OutcomeUnknown,
        NeedsOperator = Kind is IbmFaultKind.NeedsOperator or IbmFaultKind.NotFound or IbmFaultKind.Refused,
    };

    /// <summary>Of a call about a case that is known.</summary>
    public DeskAnswer About(string number) => Kind switch
    {
        IbmFaultKind.NotFound => new DeskAnswer.Refused($"IBM does not show case {number} any more."),
        IbmFaultKind.Refused => new DeskAnswer.Refused(
            Said.Length == 0 ? $"IBM did not accept that for case {number}." : $"IBM did not accept that for case {number}: {Said}"),
        _ => Later,
    };

    /// <summary>As it is for a call that changes nothing: it can simply be made again.</summary>
    public IbmFault OfReading => Kind is IbmFaultKind.OutcomeUnknown ? this with { Kind = IbmFaultKind.Later } : this;
}

internal enum IbmFaultKind
{
    /// <summary>Nothing was done; it may go better later.</summary>
    Later,

    /// <summary>It was sent, and whether it was done nobody knows.</summary>
    OutcomeUnknown,

    /// <summary>Key, role or address are wrong. Nothing was done.</summary>
    NeedsOperator,

    /// <summary>IBM shows no such case. Nothing was done.</summary>
    NotFound,

    /// <summary>IBM does not take what was asked, and says why. Nothing was done.</summary>
    Refused,
}
