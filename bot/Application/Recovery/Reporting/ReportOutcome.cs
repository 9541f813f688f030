using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Application.Recovery.Reporting;

/// <summary>What came of a report. The family is closed.</summary>
internal abstract record ReportOutcome
{
    private ReportOutcome()
    {
    }

    /// <summary>It was done, now or when it came first.</summary>
    public sealed record Done(ReportReceipt Receipt) : ReportOutcome;

    /// <summary>What was sent does not fit the event it is about.</summary>
    public sealed record Malformed(IReadOnlyList<ReportFault> Faults) : ReportOutcome;

    /// <summary>Somebody else has to do that.</summary>
    /// <param name="By">Any one of these roles.</param>
    public sealed record NotYours(IReadOnlyList<RecoveryRole> By) : ReportOutcome;

    /// <summary>There is no such event.</summary>
    public sealed record UnknownEvent(ReportTarget Target) : ReportOutcome;

    /// <summary>The report does not say which one of these it is about.</summary>
    public sealed record Ambiguous(IReadOnlyList<RecoveryEvent> Open) : ReportOutcome;

    /// <summary>There is no such step from here.</summary>
    /// <param name="Possible">The steps there are; none once it is over.</param>
    public sealed record Impossible(RecoveryEvent Event, IReadOnlyList<RecoveryStep> Possible) : ReportOutcome;

    /// <summary>No drill begins where the real thing is on.</summary>
    public sealed record RealIsOpen(RecoveryEvent Event) : ReportOutcome;

    /// <summary>Its source and id name another report, which was done before.</summary>
    public sealed record IdTaken : ReportOutcome;

    /// <summary>Others change the event at the moment. Nothing was done; the report can be sent again.</summary>
    public sealed record Busy : ReportOutcome;

    /// <summary>The database does not answer. Nothing was done; the report can be sent again.</summary>
    public sealed record NotSaved : ReportOutcome;
}
