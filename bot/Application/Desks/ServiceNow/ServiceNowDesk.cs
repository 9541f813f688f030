using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>A ServiceNow instance. What it is asked for is read before it is done, so that doing it twice does it once.</summary>
internal sealed class ServiceNowDesk(
    ServiceNowTable table,
    ServiceNowWriter writer,
    ServiceNowSearch search,
    ServiceNowMapping mapping,
    ServiceNowReader reader,
    ServiceNowReplies replies,
    ServiceNowFiles files,
    ServiceNowChanges changes,
    ServiceNowChecks checks,
    OpeningAttempts attempts,
    IOptions<ServiceNowOptions> options) : ITicketDesk
{
    public DeskKind Kind => DeskKind.ServiceNow;

    public string Name => $"ServiceNow at {options.Value.ReadAddress()?.Host}";

    public string? WorkedBy => options.Value.WorkedBy;

    public bool IsSetUp => options.Value.IsOn;

    public DeskAbilities Abilities =>
        DeskAbilities.Amend | DeskAbilities.Withdraw | DeskAbilities.Updates | DeskAbilities.Comment | DeskAbilities.Settle
        | DeskAbilities.Attach;

    public Task<DeskAnswer> OpenAsync(TicketDraft ticket, CancellationToken cancellationToken) => attempts.OpenAsync(
        Kind,
        ticket.Key,
        cancel => FindAsync(ticket.Key, cancel),
        cancel => CreateAsync(ticket, cancel),
        cancellationToken);

    public async Task<DeskAnswer> FindAsync(string key, CancellationToken cancellationToken)
    {
        var (record, fault) = await search.FindAsync(key, cancellationToken);
        return fault?.Answer ?? await reader.DoneAsync(record!, cancellationToken);
    }

    public async Task<DeskAnswer> ReadAsync(FiledTicket known, CancellationToken cancellationToken)
    {
        var (record, fault) = await RecordAsync(known, cancellationToken);
        return fault?.Answer ?? await reader.DoneAsync(record!, cancellationToken);
    }

    public async Task<DeskAnswer> AmendAsync(FiledTicket known, TicketDraft ticket, CancellationToken cancellationToken)
    {
        var (record, fault) = await RecordAsync(known, cancellationToken);
        if (fault is not null)
            return fault.Answer;
        if (mapping.Says(record!, ticket))
            return await reader.DoneAsync(record!, cancellationToken);
        if (mapping.TicketOf(record!) is { State: not TicketState.New } begun)
            return TooLate(begun, "changed");

        (record, fault) = await writer.ChangeAsync(record!, mapping.ChangingColumnsOf(ticket), cancellationToken);
        return fault?.Answer ?? new DeskAnswer.Done(mapping.TicketOf(record!));
    }

    public async Task<DeskAnswer> WithdrawAsync(FiledTicket known, CancellationToken cancellationToken)
    {
        var (record, fault) = await RecordAsync(known, cancellationToken);
        if (fault is not null)
            return fault.Answer;
        if (replies.IsWithdrawn(record!))
            return new DeskAnswer.Done(mapping.TicketOf(record!));
        if (mapping.TicketOf(record!) is { State: not TicketState.New } begun)
            return TooLate(begun, "withdrawn");

        return await replies.WithdrawAsync(record!, cancellationToken);
    }

    public async Task<DeskAnswer> ReplyAsync(FiledTicket known, DeskReply reply, CancellationToken cancellationToken)
    {
        var (record, fault) = await RecordAsync(known, cancellationToken);
        return fault?.Answer ?? await replies.ReplyAsync(record!, reply, cancellationToken);
    }

    public async Task<DeskAnswer> AttachAsync(FiledTicket known, DeskFile file, CancellationToken cancellationToken)
    {
        var (record, fault) = await RecordAsync(known, cancellationToken);
        return fault?.Answer ?? await files.AttachAsync(record!, file, cancellationToken);
    }

    public Task<IReadOnlyList<TicketUpdate>?> ChangedAsync(DateTimeOffset after, int most, CancellationToken cancellationToken) =>
        changes.ReadAsync(after, most, cancellationToken);

    public Task<IReadOnlyList<DeskCheck>> CheckAsync(CancellationToken cancellationToken) => checks.CheckAsync(cancellationToken);

    // Looked for once more when it is made: another instance of the bot may have been as quick.
    private async Task<DeskAnswer> CreateAsync(TicketDraft ticket, CancellationToken cancel)
    {
        var (record, fault) = await writer.CreateAsync(mapping.ColumnsOf(ticket), cancel);
        if (fault is not null)
            return fault.Answer;

        var (oldest, _) = await search.FindAsync(ticket.Key, cancel);
        return new DeskAnswer.Done(mapping.TicketOf(oldest ?? record!));
    }

    private Task<CallResult<ServiceNowRecord>> RecordAsync(FiledTicket known, CancellationToken cancel) =>
        table.ReadAsync(known.Id ?? ServiceNowTable.AnyId, cancel);

    private static DeskAnswer.Refused TooLate(FiledTicket ticket, string wish) => new(ticket switch
    {
        { State: TicketState.Resolved or TicketState.Closed or TicketState.Cancelled } =>
            $"{ticket.Number} is finished and can no longer be {wish}.",
        { Word: ServiceNowStates.AtApproval } => $"{ticket.Number} waits for approval at the desk, so it can no longer be {wish}.",
        _ => $"Somebody is already working on {ticket.Number}, so it can no longer be {wish}. Ask the desk to stop it.",
    });
}
