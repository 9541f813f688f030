using System.Data.Common;
using System.Text.Json.Nodes;
using ChatOpsBot.Application;
using ChatOpsBot.Application.Recovery.Reporting;
using ChatOpsBot.Connector;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.Reporting;

/// <summary>
/// <c>POST /api/dr-events</c>: takes CloudEvents that declare DR events and move them (<see cref="ReportReader"/> has their form). One
/// event is answered by its own status; a batch by 200 where all was done, or 207 with one answer per event in order. Of a batch with
/// anything malformed in it nothing is done.
/// </summary>
internal sealed class ReportEndpoint(ReportProcessor desk, ILogger<ReportEndpoint> log)
{
    public async Task<IResult> HandleAsync(HttpContext http)
    {
        var reporter = ReporterIdentity.Of(http.User);
        var reading = await ReportBody.ReadAsync(http.Request);
        if (reading.Refusal is { } refusal)
            return Answer(http, reporter, refusal);

        var read = reading.Events.Select(said => new ReportReader(said)).Select(reader => (Report: reader.Read(), reader.Faults)).ToList();
        if (read.Any(it => it.Report is null))
            return Answer(
                http,
                reporter,
                ReportAnswer.Malformed([.. read.SelectMany((it, at) => it.Faults.Select(fault => Placed(fault, at, reading.IsBatch)))]));

        List<ReportAnswer> answers = [];
        foreach (var (report, _) in read)
            answers.Add(await TakeAsync(report!, reporter, http.RequestAborted));
        return reading.IsBatch ? AnswerAll(reporter, answers) : Answer(http, reporter, answers[0]);
    }

    private async Task<ReportAnswer> TakeAsync(Report report, Reporter reporter, CancellationToken cancel)
    {
        try
        {
            return await desk.TakeAsync(report, reporter, cancel);
        }
        catch (Exception fault)
            when (fault is DbException or DbUpdateException or InvalidOperationException { InnerException: DbException }
                && !cancel.IsCancellationRequested)
        {
            log.ReportNotKept(reporter.Name, new BareException(fault));
            return ReportAnswer.Fault(
                report, StatusCodes.Status503ServiceUnavailable, "The database does not answer. Nothing was done; please send it again.");
        }
    }

    private IResult AnswerAll(Reporter reporter, List<ReportAnswer> answers)
    {
        log.BatchAccepted(reporter.Name, answers.Count(it => it.IsDone), answers.Count);
        return Json(
            answers.TrueForAll(it => it.IsDone) ? StatusCodes.Status200OK : StatusCodes.Status207MultiStatus,
            new JsonArray([.. answers.Select(it => it.Body)]),
            "application/json");
    }

    private IResult Answer(HttpContext http, Reporter reporter, ReportAnswer answer)
    {
        if (answer.IsDone)
            log.ReportAccepted(reporter.Name, (string)answer.Body["event"]!);
        else
            log.ReportRefused(reporter.Name, answer.Status);
        if (answer.Status == StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = "1";
        return Json(answer.Status, answer.Body, answer.IsDone ? "application/json" : "application/problem+json");
    }

    /// <summary>The answer to a request that is not looked at.</summary>
    public static IResult Refusal(int status, string detail) =>
        Json(status, ReportAnswer.Fault(status, detail).Body, "application/problem+json");

    private static ReportFault Placed(ReportFault fault, int at, bool isBatch) =>
        isBatch ? fault with { Field = $"[{at}].{fault.Field}" } : fault;

    private static IResult Json(int status, JsonNode body, string type) => Results.Text(body.ToJsonString(), type, statusCode: status);
}
