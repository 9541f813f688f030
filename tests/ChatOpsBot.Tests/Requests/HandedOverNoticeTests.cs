using ChatOpsBot.Dialogs.Requests.Failover;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Tests.Storage;

namespace ChatOpsBot.Tests.Requests;

/// <summary>A declaration that was handed over may have been read by nobody: its card must not send anybody away.</summary>
public sealed class HandedOverNoticeTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(DeskKind.Mail, null, TicketState.New, "notice.real.sent")]
    [InlineData(DeskKind.Webhook, null, TicketState.New, "notice.real.sent")]
    [InlineData(DeskKind.Webhook, "OPS-1", TicketState.New, "notice.real.sent")]
    [InlineData(DeskKind.Webhook, "OPS-1", TicketState.InProgress, "notice.real.filed")]
    [InlineData(DeskKind.ServiceNow, "INC1", TicketState.New, "notice.real.filed")]
    [InlineData(DeskKind.Local, "T-1", TicketState.New, "notice.real.filed")]
    public void Only_what_somebody_has_is_said_to_be_there(DeskKind desk, string? number, TicketState state, string key)
    {
        var request = SampleRequest.Draft("DR-7K3QZ9") with
        {
            State = RequestState.Filed,
            Ticket = new(number, state, Monday) { Desk = desk },
        };
        Assert.Equal(key, FailoverRules.Notice(FailoverKind.Unplanned, request)!.Key);
    }
}
