using ChatOpsBot.Application.Settings;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>IBM's severity for each of ours. Configuration section <c>Desk:IbmCloud:Severities</c>.</summary>
public sealed record IbmCloudSeverityOptions
{
    public const string Section = "Desk:IbmCloud:Severities";

    /// <summary>IBM's lowest, which it takes where it takes no other.</summary>
    internal const int Lowest = 4;

    /// <summary>
    /// For severity 1, critical. IBM works on its own 1 around the clock while somebody of yours can be reached. Default: 1.
    /// </summary>
    [SettingRange(1, Lowest)]
    public int Critical { get; init; } = 1;

    /// <summary>For severity 2, high. Default: 2.</summary>
    [SettingRange(1, Lowest)]
    public int High { get; init; } = 2;

    /// <summary>For severity 3, medium. Default: 3.</summary>
    [SettingRange(1, Lowest)]
    public int Medium { get; init; } = 3;

    /// <summary>For severity 4, low. Default: 4.</summary>
    [SettingRange(1, Lowest)]
    public int Low { get; init; } = 4;

    internal int Of(Severity severity) => severity switch
    {
        Severity.Critical => Critical,
        Severity.High => High,
        Severity.Medium => Medium,
        _ => Low,
    };
}
