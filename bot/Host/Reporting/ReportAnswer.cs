using System.Net.Mime;
using System.Text.Json;
using ChatOpsBot.Application.Recovery.Reporting;
using ChatOpsBot.Domain.Recovery;
using Microsoft.AspNetCore.Mvc;

namespace ChatOpsBot.Host.Reporting;

/// <summary>What a program is answered about one report: what was done, or why not (problem details, RFC 9457).</summary>
/// <param name="Status">HTTP status; in a batch it stands in the body alone.</param>
/// <param name="Event">Which event was moved; null where none was.</param>
internal sealed record ReportAnswer(int Status, object Body, string? Event = null)
{
    public bool IsDone => Event is not null;

    public static ReportAnswer Of(Report report, ReportOutcome outcome) => outcome switch
    {
        ReportOutcome.Done done => Done(done.Receipt),
        ReportOutcome.Malformed malformed => Malformed(malformed.Faults, Name(report)),
        ReportOutcome.NotYours not => Refused(
            StatusCodes.Status403Forbidden,
            $"This needs {By(not.By)}, which this program is not configured for.",
            [.. Name(report), ("by", Roles(not.By))]),
        ReportOutcome.UnknownEvent unknown => Refused(StatusCodes.Status404NotFound, Unknown(unknown.Target), Name(report)),
        ReportOutcome.Ambiguous ambiguous => Refused(
            StatusCodes.Status409Conflict,
            $"Several events are open for it: {string.Join(", ", ambiguous.Open.Select(it => it.Key))}. Say which one with data.event.",
            Name(report)),
        ReportOutcome.Impossible impossible => Impossible(report, impossible),
        ReportOutcome.RealIsOpen real => Refused(
            StatusCodes.Status409Conflict,
            $"{real.Event.Key} is on for one of these systems, and it is real: no drill begins there.",
            Name(report)),
        ReportOutcome.IdTaken => Refused(
            StatusCodes.Status409Conflict,
            "Another report with this source and id was done before. Nothing was done now; give each report an id of its own.",
            Name(report)),
        ReportOutcome.Busy => Refused(
            StatusCodes.Status503ServiceUnavailable,
            "The event is being changed by somebody else at the moment. Please send it again.",
            Name(report)),
        ReportOutcome.NotSaved => Refused(
            StatusCodes.Status503ServiceUnavailable,
            "The database does not answer. Nothing was done; please send it again.",
            Name(report)),
        _ => throw new InvalidOperationException($"Nothing is answered to {outcome.GetType().Name}."),
    };

    /// <summary>Nothing was done because what was sent is not as it has to be.</summary>
    public static ReportAnswer Malformed(IReadOnlyList<ReportFault> faults, params (string Name, object? Value)[] more) => Refused(
        StatusCodes.Status400BadRequest,
        string.Join("; ", faults.Select(fault => $"{fault.Field} {fault.Reason}")) + ".",
        [.. more, ("errors", faults)]);

    /// <param name="more">Members of the problem beside those that the RFC defines.</param>
    public static ReportAnswer Refused(int status, string detail, params (string Name, object? Value)[] more) => new(
        status,
        TypedResults.Problem(
            detail, statusCode: status, extensions: more.Select(it => KeyValuePair.Create(it.Name, it.Value))).ProblemDetails);

    public IResult ToResult() => Body is ProblemDetails problem
        ? TypedResults.Problem(problem)
        : TypedResults.Json(Body, contentType: MediaTypeNames.Application.Json, statusCode: Status);

    private static ReportAnswer Done(ReportReceipt receipt)
    {
        var body = JsonSerializer.SerializeToNode(receipt, JsonSerializerOptions.Web)!.AsObject();
        body.Insert(0, "status", StatusCodes.Status200OK);
        return new(StatusCodes.Status200OK, body, receipt.Event);
    }

    // What there is instead stands with it.
    private static ReportAnswer Impossible(Report report, ReportOutcome.Impossible impossible)
    {
        var now = $"{impossible.Event.Key} is {WireNames.Of(impossible.Event.State)}";
        var steps = impossible.Possible.Select(step => $"{WireNames.Of(step.To)} (by {By(step.By)})");
        return Refused(
            StatusCodes.Status409Conflict,
            impossible.Possible.Count == 0 ? $"{now}, and over." : $"{now}. From there it can become {string.Join(", ", steps)}.",
            [
                .. Name(report),
                ("event", impossible.Event.Key),
                ("state", WireNames.Of(impossible.Event.State)),
                ("possible", impossible.Possible.Select(step => new { State = WireNames.Of(step.To), By = Roles(step.By) }).ToList()),
            ]);
    }

    private static string Unknown(ReportTarget target) => target.System is null
        ? $"There is no DR event DR-{target.Number}."
        : $"No DR event is open for {target.System}.";

    private static (string Name, object? Value)[] Name(Report report) => [("source", report.Source), ("id", report.Id)];

    private static string By(IReadOnlyList<RecoveryRole> roles) => string.Join(" or ", Roles(roles));

    private static List<string> Roles(IReadOnlyList<RecoveryRole> roles) => [.. roles.Select(WireNames.Of)];
}
