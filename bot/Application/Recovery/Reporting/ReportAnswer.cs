using System.Text.Json.Nodes;
using ChatOpsBot.Domain.Recovery;
using Microsoft.AspNetCore.Http;

namespace ChatOpsBot.Application.Recovery.Reporting;

/// <summary>What a program is answered about one report: what was done, or why not (problem details, RFC 9457).</summary>
/// <param name="Status">HTTP status.</param>
internal sealed record ReportAnswer(int Status, JsonObject Body)
{
    public bool IsDone => Status == StatusCodes.Status200OK;

    public static ReportAnswer Done(Report report, RecoveryChange.Done change) => new(StatusCodes.Status200OK, new JsonObject
    {
        ["status"] = StatusCodes.Status200OK,
        ["source"] = report.Source,
        ["id"] = report.Id,
        ["event"] = change.Event.Key,
        ["state"] = WireNames.Of(change.Event.State),
        ["kind"] = WireNames.Of(change.Event.Kind),
        ["line"] = change.Event.Timeline.Count,
        ["version"] = change.Event.Version,
        ["joined"] = change.HasJoined,
        ["gaveWay"] = new JsonArray([.. change.GaveWay.Select(drill => (JsonNode)drill.Key)]),
        ["nextUpdate"] = change.Event.NextUpdate?.UtcDateTime,
    });

    /// <param name="kept">The answer that this report got before.</param>
    public static ReportAnswer Again(string kept) => new(StatusCodes.Status200OK, JsonNode.Parse(kept)!.AsObject());

    public static ReportAnswer Fault(int status, string detail) => new(status, Problem(status, detail));

    public static ReportAnswer Fault(Report report, int status, string detail)
    {
        var answer = Fault(status, detail);
        (answer.Body["source"], answer.Body["id"]) = (report.Source, report.Id);
        return answer;
    }

    /// <summary>Nothing was done because what was sent is not as it has to be.</summary>
    public static ReportAnswer Malformed(IReadOnlyList<ReportFault> faults)
    {
        var answer = Fault(
            StatusCodes.Status400BadRequest, string.Join("; ", faults.Select(fault => $"{fault.Field} {fault.Reason}")) + ".");
        answer.Body["errors"] = new JsonArray([
            .. faults.Select(fault => new JsonObject { ["field"] = fault.Field, ["reason"] = fault.Reason }),
        ]);
        return answer;
    }

    /// <summary>There is no such step from here; what there is stands with it.</summary>
    public static ReportAnswer Impossible(Report report, RecoveryEvent drEvent, IReadOnlyList<RecoveryStep> possible)
    {
        var now = $"{drEvent.Key} is {WireNames.Of(drEvent.State)}";
        var answer = Fault(
            report,
            StatusCodes.Status409Conflict,
            possible.Count == 0
                ? $"{now}, and over."
                : $"{now}. From there it can become {string.Join(", ", possible.Select(step => $"{WireNames.Of(step.To)} (by {By(step.By)})"))}.");
        answer.Body["event"] = drEvent.Key;
        answer.Body["state"] = WireNames.Of(drEvent.State);
        answer.Body["possible"] = new JsonArray([
            .. possible.Select(step => new JsonObject { ["state"] = WireNames.Of(step.To), ["by"] = Roles(step.By) }),
        ]);
        return answer;
    }

    public static ReportAnswer NotYours(Report report, IReadOnlyList<RecoveryRole> by)
    {
        var answer = Fault(report, StatusCodes.Status403Forbidden, $"This needs {By(by)}, which this program is not configured for.");
        answer.Body["by"] = Roles(by);
        return answer;
    }

    private static JsonObject Problem(int status, string detail) => new()
    {
        ["status"] = status,
        ["title"] = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
        ["detail"] = detail,
    };

    private static string By(IReadOnlyList<RecoveryRole> roles) => string.Join(" or ", roles.Select(WireNames.Of));

    private static JsonArray Roles(IReadOnlyList<RecoveryRole> roles) => new([.. roles.Select(role => (JsonNode)WireNames.Of(role))]);
}
