using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Tests.Delivery;

/// <summary>How long a message waits after a try in vain, and when it is given up.</summary>
public sealed class OutboxBackoffTests
{
    private static readonly OutboxMessage Redraw = new OutboxMessage.Redraw(Guid.NewGuid());

    private static readonly OutboxMessage Ticket =
        new OutboxMessage.OpenTicket(Guid.NewGuid(), 1, new TicketDraft("RST-7K3QZ9", "restore", "Restore", "LPAR1", Severity.High));

    private static readonly OutboxBackoff Backoff = new(Options.Create(new OutboxOptions
    {
        FirstPause = TimeSpan.FromSeconds(2),
        LongestPause = TimeSpan.FromMinutes(5),
        Attempts = 20,
    }));

    [Theory]
    [InlineData(0, 2, 3)]
    [InlineData(1, 4, 6)]
    [InlineData(2, 8, 12)]
    [InlineData(18, 300, 300)]
    public void The_pause_doubles_up_to_the_longest(int attempt, double atLeast, double atMost) =>
        Assert.InRange(Backoff.After(Redraw, attempt, null)!.Value.TotalSeconds, atLeast, atMost);

    [Fact]
    public void It_is_tried_as_often_as_settings_say_and_a_ticket_until_it_is_open()
    {
        Assert.NotNull(Backoff.After(Redraw, 18, null));
        Assert.Null(Backoff.After(Redraw, 19, null));
        Assert.Null(Backoff.After(Redraw, 20, TimeSpan.FromMinutes(1)));
        Assert.Equal(TimeSpan.FromMinutes(5), Backoff.After(Ticket, 19, null));
        Assert.NotNull(Backoff.After(Ticket, 1000, null));
    }

    [Fact]
    public void Who_says_how_long_is_believed_and_never_asked_sooner_than_usual()
    {
        Assert.Equal(TimeSpan.FromMinutes(20), Backoff.After(Redraw, 0, TimeSpan.FromMinutes(20)));
        Assert.InRange(Backoff.After(Redraw, 0, TimeSpan.FromSeconds(1))!.Value.TotalSeconds, 2, 3);
    }
}
