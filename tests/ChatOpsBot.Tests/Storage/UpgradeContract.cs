using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Cards;
using ChatOpsBot.Storage.Inbox;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using static ChatOpsBot.Tests.Storage.SampleRequest;

namespace ChatOpsBot.Tests.Storage;

/// <summary>A filled database of the version before subjects were named is upgraded, and nothing is lost.</summary>
public abstract class UpgradeContract(TestDatabase database) : DatabaseContract(database)
{
    private const string Before = "Retention";

    private readonly Request _request = Full() with { Version = 1 };
    private readonly RecoveryEvent _event = new()
    {
        Id = Guid.NewGuid(),
        Number = 3,
        Kind = RecoveryKind.UnplannedFailover,
        Systems = [new("LPAR1", "LPAR1DR")],
        DeclaredBy = Ana,
        DeclaredAt = Monday,
        State = RecoveryState.Declared,
        Version = 1,
    };

    [Fact]
    public async Task Everything_is_there_after_the_upgrade_and_knows_what_it_is_about()
    {
        await CommitAsync(FillAsync);
        await MigrateAsync(Before);
        var old = await OldRowsAsync();
        Assert.Equal([3, 1, 1], old);

        await MigrateAsync(target: null);

        await using var db = await OpenAsync();
        Assert.Equivalent(_request, await new RequestStore(db).FindAsync(_request.Id, Cancel), strict: true);
        Assert.Equal("request-origin", await new RequestStore(db).OriginAsync(_request.Id, Cancel));
        Assert.Equal(["started"], (await new RequestStore(db).HistoryAsync(_request.Id, Cancel)).Select(entry => entry.What));
        Assert.Equivalent(_event, await new RecoveryStore(db).FindAsync(_event.Id, Cancel), strict: true);
        Assert.Equal("event-origin", await new RecoveryStore(db).OriginAsync(_event.Id, Cancel));
        var channel = await db.Channels.SingleAsync(Cancel);
        Assert.Equal((ChannelStatus.Paused, "appRemoved"), (channel.Status, channel.Why));
        Assert.Equal(["first words"], await db.TicketAuditEntries.Select(entry => entry.Note).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Cards_outbox_messages_and_answered_activities_find_their_request_or_event_again()
    {
        await CommitAsync(FillAsync);
        await MigrateAsync(Before);
        await MigrateAsync(target: null);

        await using var db = await OpenAsync();
        foreach (var (subject, card) in new[] { (OfRequest, "1"), (OfEvent, "2") })
        {
            var place = Assert.Single(await new CardStore(db).OfAsync(subject, Cancel));
            Assert.Equal((subject.Kind, card), (place.SubjectKind, place.ActivityId));
            var seen = await new SeenActivityStore(db).FindAsync($"a:ana|{card}", Cancel);
            Assert.Equal((subject.Id, subject.Kind), (seen?.SubjectId, seen?.SubjectKind));
            var claimed = Assert.Single(await new OutboxStore(db).ClaimForAsync(subject, "me", Monday, TimeSpan.FromMinutes(1), 5, Cancel));
            Assert.Equal(subject, claimed.Subject);
        }

        Assert.Equal(1, (await new OutboxStore(db).BacklogAsync(Monday, Cancel)).Sum(kind => kind.DeadLetters));
    }

    private Subject OfRequest => Subject.Request(_request.Id);

    private Subject OfEvent => Subject.Event(_event.Id);

    private async Task FillAsync(BotDb db)
    {
        await new RequestStore(db).PutAsync(_request, new("started", Ana), "request-origin", Monday, Cancel);
        await new RecoveryStore(db).PutAsync(_event, "event-origin", Monday, Cancel);
        await new CardStore(db).NoteAsync(OfRequest, "a:ana", "1", "{}", "Owner", Monday, Cancel);
        await new CardStore(db).NoteAsync(OfEvent, "a:ana", "2", "{}", "everybody", Monday, Cancel);
        var (outbox, inbox) = (new OutboxStore(db), new SeenActivityStore(db));
        outbox.Add(new OutboxMessage.Redraw(Guid.NewGuid()), Monday);
        await db.SaveChangesAsync(Cancel);
        var dead = Assert.Single(await outbox.ClaimAsync("me", Monday, TimeSpan.FromMinutes(1), 1, Cancel));
        await outbox.MoveToDeadLettersAsync(dead.Id, "me", "gone", Cancel);
        outbox.Add(new OutboxMessage.Redraw(_request.Id), Monday);
        outbox.Add(new OutboxMessage.RedrawEvent(_event.Id), Monday);
        inbox.Mark("a:ana|1", null, Monday, OfRequest);
        inbox.Mark("a:ana|2", null, Monday, OfEvent);
        db.TicketAuditEntries.Add(
            new()
            {
                Number = "T-000001",
                Version = 1,
                At = Monday,
                What = "opened",
                State = TicketState,
                Note = "first words",
            });
        db.Channels.Add(
            new()
            {
                Id = "19:ops",
                ServiceUrl = "",
                BotId = "28:bot",
                Status = ChannelStatus.Paused,
                Why = "appRemoved",
                ChangedAt = Monday,
            });
    }

    private static Domain.Requests.Desk.TicketState TicketState => Domain.Requests.Desk.TicketState.New;

    private async Task MigrateAsync(string? target)
    {
        await using var db = Database.Open();
        await db.GetService<IMigrator>().MigrateAsync(target, Cancel);
    }

    private async Task<int[]> OldRowsAsync()
    {
        await using var db = Database.Open();
        return
        [
            await db.Database.SqlQuery<int>($"""SELECT CAST(COUNT(*) AS INTEGER) AS "Value" FROM "Errand" """).SingleAsync(Cancel),
            await db.Database.SqlQuery<int>($"""SELECT CAST(COUNT(*) AS INTEGER) AS "Value" FROM "RequestDeed" """).SingleAsync(Cancel),
            await db.Database.SqlQuery<int>($"""SELECT CAST(COUNT(*) AS INTEGER) AS "Value" FROM "TicketDeed" """).SingleAsync(Cancel),
        ];
    }
}
