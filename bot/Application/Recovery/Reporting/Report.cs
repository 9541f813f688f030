using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Application.Recovery.Reporting;

/// <summary>What a program reports of a DR event, read and checked. The family is closed.</summary>
/// <param name="Source">With <paramref name="Id"/> the name of this one report: it is done once, however often it comes.</param>
internal abstract record Report(string Source, string Id)
{
    /// <summary>The person or program behind it, by the name it gave; null where it gave none.</summary>
    public string? Behind { get; init; }

    /// <summary>Which event: its number, or a system that it is about.</summary>
    public ReportTarget Target { get; init; } = new(null, null);

    /// <param name="Language">Two-letter code of the language it is announced in; null for English.</param>
    public sealed record Declare(
        string Source,
        string Id,
        RecoveryKind Kind,
        IReadOnlyList<RecoveryPair> Systems,
        string? Reason,
        string? Language) : Report(Source, Id);

    public sealed record Step(string Source, string Id, RecoveryState To, string? Text) : Report(Source, Id);

    public sealed record Update(string Source, string Id, string Text) : Report(Source, Id);

    /// <param name="Line">Counted from 1; null for the last one.</param>
    public sealed record Correct(string Source, string Id, int? Line, string Text) : Report(Source, Id);
}

/// <summary>How a report names its event: one of both.</summary>
internal sealed record ReportTarget(int? Number, string? System);

/// <summary>Something wrong with what was sent.</summary>
/// <param name="Field">Where, such as <c>data.systems[0].primary</c>.</param>
internal sealed record ReportFault(string Field, string Reason);
