using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>IBM Cloud Support Center: requests become technical cases there.</summary>
internal sealed class IbmCloudDesk(
    IbmCases cases,
    CaseWalk walk,
    CaseTickets tickets,
    CaseOpening opening,
    CaseChanges changes,
    CaseFiles files,
    CaseChecks checks,
    DuplicateCases duplicates,
    IOptions<IbmCloudOptions> options,
    TimeProvider time) : ITicketDesk
{
    private DateTimeOffset? _looked;

    public DeskKind Kind => DeskKind.IbmCloud;

    public string Name => "IBM Cloud Support Center";

    public bool IsSetUp => options.Value.IsSetUp;

    public DeskAbilities Abilities =>
        DeskAbilities.Amend | DeskAbilities.Withdraw | DeskAbilities.Updates | DeskAbilities.Comment | DeskAbilities.Settle
        | DeskAbilities.Attach;

    public Task<DeskAnswer> OpenAsync(TicketDraft ticket, CancellationToken cancellationToken) =>
        opening.OpenAsync(ticket, cancellationToken);

    public Task<DeskAnswer> FindAsync(string key, CancellationToken cancellationToken) => opening.FindAsync(key, cancellationToken);

    /// <summary>Also sees to it that no other case has its key: one that came late into IBM's search is found by this.</summary>
    public async Task<DeskAnswer> ReadAsync(FiledTicket known, CancellationToken cancellationToken)
    {
        if (!(await cases.ReadAsync(known.Number!, cancellationToken)).IsGood(out var read, out var fault))
            return fault.About(known.Number!);

        var kept = read with { Number = known.Number };
        if (KeyOf(kept) is { } key && (await opening.AllAsync(key, cancellationToken)).IsGood(out var all, out _))
            await duplicates.ResolveAsync(kept, all, cancellationToken);
        return tickets.Done(kept);
    }

    public Task<DeskAnswer> AmendAsync(FiledTicket known, TicketDraft ticket, CancellationToken cancellationToken) =>
        changes.AmendAsync(known.Number!, ticket, cancellationToken);

    public Task<DeskAnswer> WithdrawAsync(FiledTicket known, CancellationToken cancellationToken) =>
        changes.WithdrawAsync(known.Number!, cancellationToken);

    public Task<DeskAnswer> ReplyAsync(FiledTicket known, DeskReply reply, CancellationToken cancellationToken) =>
        changes.ReplyAsync(known.Number!, reply, cancellationToken);

    public Task<DeskAnswer> AttachAsync(FiledTicket known, DeskFile file, CancellationToken cancellationToken) =>
        files.AttachAsync(known.Number!, file, cancellationToken);

    /// <summary>IBM lists the newest change first, so all that changed is read before the oldest of it is known.</summary>
    public async Task<IReadOnlyList<TicketUpdate>?> ChangedAsync(DateTimeOffset after, int most, CancellationToken cancellationToken)
    {
        // Whoever asks more often than IBM is to be asked hears of nothing new, and asks from the same time on again.
        if (_looked is { } before && time.GetUtcNow() - before < options.Value.WatchEvery)
            return [];

        _looked = time.GetUtcNow();
        var walked = await walk.TakeAsync(search: null, one => one.Updated is not { } at || at > after, cancellationToken);
        if (!walked.IsGood(out var found, out _))
            return null;

        var oldestFirst = found.Where(one => one.Updated is not null).OrderBy(one => one.Updated).ToList();
        // Whoever gets a page asks from its last change on: what changed in the same moment belongs to it.
        var last = oldestFirst.ElementAtOrDefault(most - 1)?.Updated;
        return [.. oldestFirst.Where((one, at) => at < most || one.Updated == last).Select(tickets.Update)];
    }

    public Task<IReadOnlyList<DeskCheck>> CheckAsync(CancellationToken cancellationToken) => checks.CheckAsync(cancellationToken);

    // [RST-7K3QZ9] leads the subject. Whoever edits that at IBM takes the case out of the search.
    private static string? KeyOf(Case read) =>
        read.ShortDescription is { } subject && subject.StartsWith('[') && subject.IndexOf(']', StringComparison.Ordinal) is > 1 and var end
            ? subject[1..end]
            : null;
}
