namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>A case that is asked for.</summary>
internal sealed record NewCase(string Subject, string Description, int Severity, CaseOffering Offering)
{
    public string Type { get; } = "technical";

    /// <summary>Null for nobody.</summary>
    public IReadOnlyList<CaseUser>? Watchlist { get; init; }
}

internal sealed record NewComment(string Comment);

/// <summary>What is done to the state of a case.</summary>
internal sealed record CaseAction(string Action, string? Comment, int? ResolutionCode = null)
{
    private const int NoLongerRequired = 6;
    private const int SolvedByIbm = 8;

    public static CaseAction Drop(string comment) => new("resolve", comment, NoLongerRequired);

    public static CaseAction Solve(string comment) => new("resolve", comment, SolvedByIbm);

    public static CaseAction Accept(string comment) => new("accept", comment);

    public static CaseAction Unresolve(string comment) => new("unresolve", comment);
}
