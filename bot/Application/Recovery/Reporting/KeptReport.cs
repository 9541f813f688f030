using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatOpsBot.Application.Recovery.Reporting;

/// <summary>
/// A report that was done, as it is saved: its receipt, and a fingerprint of who sent what. A report of the same source and id that says
/// something else, or comes from another program, is another one, and gets no receipt of this.
/// </summary>
internal static class KeptReport
{
    private const string Fingerprint = "fingerprint";

    public static string Write(Report report, Reporter reporter, ReportReceipt receipt)
    {
        var kept = JsonSerializer.SerializeToNode(receipt, JsonSerializerOptions.Web)!.AsObject();
        kept[Fingerprint] = Of(report, reporter);
        return kept.ToJsonString();
    }

    /// <returns>Null where what was done is not what is reported now. What was saved before there were fingerprints is taken for the
    /// same.</returns>
    public static ReportReceipt? Read(string kept, Report report, Reporter reporter)
    {
        var before = (string?)JsonNode.Parse(kept)?[Fingerprint];
        return before is null || before == Of(report, reporter) ? ReportReceipt.Read(kept) : null;
    }

    private static string Of(Report report, Reporter reporter)
    {
        var said = JsonSerializer.Serialize(report, report.GetType(), JsonSerializerOptions.Web);
        return Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new[] { reporter.Name, report.GetType().Name, said }))));
    }
}
