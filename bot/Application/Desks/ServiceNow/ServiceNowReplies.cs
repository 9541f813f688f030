using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>
/// What requesters say to the desk. A comment and the state that goes with it are one change: both are there, or none is.
/// </summary>
internal sealed class ServiceNowReplies(
    ServiceNowWriter writer,
    ServiceNowComments comments,
    ServiceNowReader reader,
    ServiceNowMapping mapping,
    ServiceNowStates states,
    IOptions<ServiceNowOptions> options)
{
    private const string State = "state";

    public async Task<DeskAnswer> ReplyAsync(ServiceNowRecord record, DeskReply reply, CancellationToken cancel)
    {
        var (mark, fault) = await comments.FindAsync(record.Id, reply.Mark, cancel);
        if (fault is not null)
            return fault.Answer;

        var ticket = mapping.TicketOf(record);
        if (mark!.Length > 0)
            return await reader.DoneAsync(record, cancel);
        if (ticket.State is TicketState.Closed or TicketState.Cancelled)
            return new DeskAnswer.Refused($"{ticket.Number} is closed. Please start a new request.");

        var comment = new Dictionary<string, string> { [ServiceNowComments.Column] = ServiceNowComments.Plain(reply.Comment) };
        var (changed, refused) = await writer.ChangeAsync(record, With(comment, record, reply.Kind, ticket.State), cancel);
        // Where the flow does not allow the state, what was said is heard all the same.
        if (refused is { IsForbidden: true })
            (changed, refused) = await writer.ChangeAsync(record, comment, cancel);
        return refused is not null ? refused.Answer : await reader.DoneAsync(changed!, cancel);
    }

    public bool IsWithdrawn(ServiceNowRecord record) =>
        mapping.TicketOf(record).State is TicketState.Cancelled || record.Value("close_notes") == ServiceNowMapping.Withdrawn;

    /// <param name="record">Of a ticket that nobody works on.</param>
    public async Task<DeskAnswer> WithdrawAsync(ServiceNowRecord record, CancellationToken cancel)
    {
        var columns = new Dictionary<string, string>
        {
            [ServiceNowComments.Column] = ServiceNowComments.Signed(ServiceNowMapping.Withdrawn, mapping.KeyOf(record)),
        };
        if (options.Value.Withdrawal is ServiceNowWithdrawal.Cancel && states.ValueOf(TicketState.Cancelled) is { } cancelled)
            columns[State] = cancelled;
        else
            Close(columns, states.ValueOf(TicketState.Resolved) ?? states.ValueOf(TicketState.Closed), ServiceNowMapping.Withdrawn);

        var (changed, fault) = await writer.ChangeAsync(record, columns, cancel);
        if (fault is not null)
            return fault.Answer;

        // A flow may keep the state as it is, without a word.
        var ticket = mapping.TicketOf(changed!);
        return ticket.State is TicketState.Cancelled or TicketState.Resolved or TicketState.Closed
            ? new DeskAnswer.Done(ticket)
            : new DeskAnswer.Refused($"The desk does not let {ticket.Number} be withdrawn. Ask the desk to stop it.");
    }

    private Dictionary<string, string> With(
        Dictionary<string, string> comment, ServiceNowRecord record, DeskReplyKind kind, TicketState now)
    {
        var columns = new Dictionary<string, string>(comment);
        if (kind is DeskReplyKind.Accepted)
        {
            if (options.Value.Acceptance is ServiceNowAcceptance.Close)
                Close(columns, states.ValueOf(TicketState.Closed), options.Value.CloseNotes, record);
        }
        else if ((kind is DeskReplyKind.NotSolved || now is TicketState.WaitingForYou)
            && states.ValueOf(TicketState.InProgress) is { } inWork)
            columns[State] = inWork;

        return columns;
    }

    // How the desk solved it is the desk's to say; a data policy wants it said.
    private void Close(Dictionary<string, string> columns, string? state, string notes, ServiceNowRecord? record = null)
    {
        if (state is null)
            return;

        columns[State] = state;
        if (string.IsNullOrEmpty(record?.Value("close_code")))
            columns["close_code"] = options.Value.CloseCode;
        if (string.IsNullOrEmpty(record?.Value("close_notes")))
            columns["close_notes"] = notes;
    }
}
