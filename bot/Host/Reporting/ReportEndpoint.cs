using System.Net.Mime;
using ChatOpsBot.Application;
using ChatOpsBot.Application.Recovery.Reporting;
using ChatOpsBot.Connector;
using ChatOpsBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

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
            answers.Add(ReportAnswer.Of(report!, await TakeAsync(report!, reporter, http.RequestAborted)));
        return reading.IsBatch ? AnswerAll(reporter, answers) : Answer(http, reporter, answers[0]);
    }

    private async Task<ReportOutcome> TakeAsync(Report report, Reporter reporter, CancellationToken cancel)
    {
        try
        {
            return await desk.TakeAsync(report, reporter, cancel);
        }
        catch (Exception fault) when (fault.IsOfDatabase() && !cancel.IsCancellationRequested)
        {
            log.ReportNotSaved(reporter.Name, new BareException(fault));
            return new ReportOutcome.NotSaved();
        }
    }

    private JsonHttpResult<object[]> AnswerAll(Reporter reporter, List<ReportAnswer> answers)
    {
        log.BatchAccepted(reporter.Name, answers.Count(it => it.IsDone), answers.Count);
        return TypedResults.Json(
            answers.Select(it => it.Body).ToArray(),
            contentType: MediaTypeNames.Application.Json,
            statusCode: answers.TrueForAll(it => it.IsDone) ? StatusCodes.Status200OK : StatusCodes.Status207MultiStatus);
    }

    private IResult Answer(HttpContext http, Reporter reporter, ReportAnswer answer)
    {
        if (answer.Event is { } key)
            log.ReportAccepted(reporter.Name, key);
        else
            log.ReportRefused(reporter.Name, answer.Status);
        if (answer.Status == StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = "1";
        return answer.ToResult();
    }

    private static ReportFault Placed(ReportFault fault, int at, bool isBatch) =>
        isBatch ? fault with { Field = $"[{at}].{fault.Field}" } : fault;
}
