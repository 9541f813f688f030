using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>
/// What it means when IBM does not take a case. IBM has no code for it that is written down, so it is read from the words: what is not
/// understood is told as IBM says it.
/// </summary>
internal static class IbmRefusals
{
    private static readonly string[] Plan = ["support plan", "support tier", "support level", "entitle", "technical case", "technical support"];

    public static bool IsOfSeverity(IbmFault fault) =>
        fault.Kind is IbmFaultKind.Refused && fault.Said.Contains("severity", StringComparison.OrdinalIgnoreCase) && !IsOfPlan(fault);

    /// <summary>Neither the severity that was asked for nor the lowest.</summary>
    public static DeskAnswer NoSeverity(int asked, IbmFault fault, IbmCloudOptions options) => new DeskAnswer.Refused(
        asked == IbmCloudSeverityOptions.Lowest
            ? $"IBM takes no case with severity {asked}{Quoted(fault)}. {Call(options)}"
            : $"IBM takes a case neither with severity {asked} nor with {IbmCloudSeverityOptions.Lowest}{Quoted(fault)}. {Call(options)}");

    public static DeskAnswer Meaning(IbmFault fault, IbmCloudOptions options) => fault switch
    {
        _ when IsOfPlan(fault) => new DeskAnswer.Refused(
            $"IBM takes no technical case from this account: its support plan has none{Quoted(fault)}. {Call(options)}"),
        { Kind: IbmFaultKind.Refused } when fault.Said.Contains("offering", StringComparison.OrdinalIgnoreCase) =>
            fault.Later with { Reason = $"{fault.Reason} IBM does not know this offering: check {IbmCloudOfferingOptions.Section}." },
        { Kind: IbmFaultKind.Refused } => new DeskAnswer.Refused($"IBM did not take the case{Quoted(fault)}. {Call(options)}"),
        // There is no case yet that could be missing: it is the address.
        { Kind: IbmFaultKind.NotFound } => fault.Later with { Reason = $"{fault.Reason} Check {IbmCloudOptions.Section}:BaseUrl." },
        _ => fault.Later,
    };

    private static bool IsOfPlan(IbmFault fault) =>
        fault.Kind is IbmFaultKind.Refused or IbmFaultKind.NeedsOperator
        && Plan.Any(word => fault.Said.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Quoted(IbmFault fault) => fault.Said.Length == 0 ? "" : $" (“{fault.Said.TrimEnd('.')}”)";

    private static string Call(IbmCloudOptions options) => string.IsNullOrWhiteSpace(options.Phone)
        ? "Please call IBM Cloud support."
        : $"Please call IBM Cloud support: {options.Phone.Trim()}.";
}
