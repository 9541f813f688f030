using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>Opens cases, one for each request.</summary>
internal sealed class CaseOpening(
    IbmCases cases,
    CaseWalk walk,
    CaseTickets tickets,
    DuplicateCases duplicates,
    OpeningAttempts attempts,
    IOptions<IbmCloudOptions> options,
    IOptions<IbmCloudOfferingOptions> offering,
    IOptions<IbmCloudSeverityOptions> severities)
{
    /// <summary>Key of the sentence for a case that has another severity than was asked for.</summary>
    private const string OtherSeverity = "severity";

    public async Task<DeskAnswer> OpenAsync(TicketDraft draft, CancellationToken cancel)
    {
        if (!offering.Value.IsSet)
            return new DeskAnswer.NotNow($"{IbmCloudOfferingOptions.Section}:Name and Key are not set.") { NeedsOperator = true };

        return await attempts.OpenAsync(
            DeskKind.IbmCloud,
            draft.Key,
            stop => FindAsync(draft.Key, severities.Value.Of(draft.Severity), stop),
            stop => CreateAsync(draft, stop),
            cancel);
    }

    /// <summary>The oldest case with a key; refused where there is none.</summary>
    public Task<DeskAnswer> FindAsync(string key, CancellationToken cancel) => FindAsync(key, asked: null, cancel);

    /// <summary>All cases with a key. IBM's search finds by words: what it found is compared.</summary>
    public async Task<IbmReply<List<Case>>> AllAsync(string key, CancellationToken cancel) =>
        (await walk.TakeAsync(key, reaches: _ => true, cancel)).IsGood(out var found, out var fault)
            ? found.Where(one => one.HasKey(key)).ToList()
            : fault;

    private async Task<DeskAnswer> FindAsync(string key, int? asked, CancellationToken cancel)
    {
        if (!(await AllAsync(key, cancel)).IsGood(out var found, out var fault))
            return fault.Later;
        if (DuplicateCases.Oldest(found) is not { } oldest)
            return new DeskAnswer.Refused($"IBM has no case for {key}.");

        await duplicates.ResolveAsync(oldest, found, cancel);
        return WithRemark(tickets.Made(oldest), oldest, asked);
    }

    private async Task<DeskAnswer> CreateAsync(TicketDraft draft, CancellationToken cancel)
    {
        var asked = severities.Value.Of(draft.Severity);
        if (Made(await CreateAsync(draft, asked, cancel), asked, out var first) is { } done)
            return done;
        if (!IbmRefusals.IsOfSeverity(first))
            return IbmRefusals.Meaning(first, options.Value);
        if (asked == IbmCloudSeverityOptions.Lowest)
            return IbmRefusals.NoSeverity(asked, first, options.Value);

        if (Made(await CreateAsync(draft, IbmCloudSeverityOptions.Lowest, cancel), asked, out var second) is { } lower)
            return lower;
        return IbmRefusals.IsOfSeverity(second)
            ? IbmRefusals.NoSeverity(asked, second, options.Value)
            : IbmRefusals.Meaning(second, options.Value);
    }

    private Task<IbmReply<Case>> CreateAsync(TicketDraft draft, int severity, CancellationToken cancel)
    {
        var about = offering.Value;
        return cases.CreateAsync(
            new(draft.Subject, draft.Body, severity, new()
            {
                Name = about.Name,
                Type = new() { Group = about.Group, Key = NullIfEmpty(about.Key), Id = NullIfEmpty(about.Id) },
            })
            {
                Watchlist = options.Value.WatchList.Count == 0
                    ? null
                    : [.. options.Value.WatchList.Select(id => new CaseUser { Realm = "IBMid", UserId = id.Trim() })],
            },
            cancel);
    }

    private DeskAnswer? Made(IbmReply<Case> reply, int asked, out IbmFault fault)
    {
        if (!reply.IsGood(out var made, out var found))
        {
            fault = found;
            return null;
        }

        // Something was made, and has no number: it is looked for.
        fault = new(IbmFaultKind.OutcomeUnknown, "IBM: create, the answer has no case number.");
        return string.IsNullOrWhiteSpace(made.Number) ? fault.Later : WithRemark(tickets.Made(made), made, asked);
    }

    private static DeskAnswer.Done WithRemark(DeskAnswer.Done done, Case read, int? asked) =>
        asked is not null && read.Severity is { } has && has > asked ? done with { Remark = OtherSeverity } : done;

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
