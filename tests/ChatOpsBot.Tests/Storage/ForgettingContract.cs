using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Storage.Cards;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Storage.People;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;
using static ChatOpsBot.Tests.Storage.SampleRequest;

namespace ChatOpsBot.Tests.Storage;

/// <summary>
/// What becomes of everything that is stored about a person when they are forgotten. It is Eva who is, and Ana who is not.
/// </summary>
public abstract partial class ForgettingContract(TestDatabase database) : DatabaseContract(database)
{
    [Fact]
    public async Task Everything_about_a_person_is_found_and_nothing_about_others()
    {
        await FillAsync();
        var records = await ReadAsync(Eva);
        Assert.Equal(
            [
                (RecordKind.Draft, "RST-DRAFT2"),
                (RecordKind.Reminder, "RST-MINE22"),
                (RecordKind.Chat, ""),
                (RecordKind.Link, ""),
                (RecordKind.OwnOpen, "RST-OPEN22"),
                (RecordKind.OthersOpen, "RST-ANA222"),
                (RecordKind.EventOpen, "DR-2"),
                (RecordKind.OwnEnded, "RST-MINE22"),
                (RecordKind.OthersEnded, "RST-ANA333"),
                (RecordKind.EventEnded, "DR-1"),
                (RecordKind.Following, "LPAR1"),
                (RecordKind.Place, "Payroll"),
                (RecordKind.Role, "dr-authority"),
            ],
            records.All.OrderBy(it => it.Kind).Select(it => (it.Kind, it.Name)));
        Assert.True(records.CanBeForgotten);
        Assert.Empty((await ReadAsync(new("aad-nobody", ""))).All);
        Assert.DoesNotContain((await ReadAsync(new("aad-ev", ""))).All, _ => true);
    }

    [Fact]
    public async Task What_need_not_stay_goes_and_what_has_ended_keeps_the_id_alone()
    {
        await FillAsync();
        var anas = (await ReadAsync(Ana)).Mark;
        await ForgetAsync(Eva, Monday.AddHours(1));

        var left = (await ReadAsync(Eva)).All;
        Assert.DoesNotContain(left, it => it.Fate is RecordFate.Goes);
        Assert.All(left, it => Assert.Equal(it.Fate is RecordFate.StaysForNow, it.IsNamed));
        Assert.False((await ReadAsync(Eva)).CanBeForgotten);
        Assert.Equal(anas, (await ReadAsync(Ana)).Mark);
        await using var db = await OpenAsync();
        var ended = (await new RecoveryStore(db).FindByNumberAsync(1, Cancel))!;
        Assert.Equal((new(Eva.Id, Eva.Id), Ana, "The site is down"), (ended.DeclaredBy, ended.ApprovedBy, ended.Timeline[0].Text));
        Assert.Equal(Eva.Id, (await db.Subscriptions.SingleAsync(Cancel)).ByName);
        var place = await db.Conversations.SingleAsync(Cancel);
        Assert.Equal((Eva.Id, null), (place.InstalledById, place.InstalledByName));
    }

    [Fact]
    public async Task What_was_open_loses_the_name_when_it_ends_and_then_nobody_is_remembered_as_forgotten()
    {
        await FillAsync();
        await ForgetAsync(Eva, Monday.AddHours(1));
        Assert.Equal(Eva.Id, await GoOnAsync());
        Assert.Contains((await ReadAsync(Eva)).All, it => it.IsNamed);

        await CommitAsync(async db =>
        {
            var requests = new RequestStore(db);
            foreach (var request in await requests.FindByKeysAsync(["RST-OPEN22", "RST-ANA222"], Cancel))
                await requests.PutAsync(
                    request.Next() with
                    {
                        State = RequestState.Withdrawn,
                    },
                    new("withdrawn", Ana),
                    null,
                    Monday.AddDays(1),
                    Cancel);
            var events = new RecoveryStore(db);
            var open = (await events.FindByNumberAsync(2, Cancel))!;
            await events.PutAsync(open with { State = RecoveryState.Closed, Version = open.Version + 1 }, null, Monday.AddDays(1), Cancel);
            // Begun by the newcomer that she is by now.
            await requests.PutAsync(
                Of("RST-NEW222", RequestState.Withdrawn, Eva) with
                {
                    CreatedAt = Monday.AddDays(1),
                },
                new("withdrawn", Eva),
                null,
                Monday.AddDays(1),
                Cancel);
        });
        await GoOnAsync();

        Assert.Equal(["RST-NEW222"], (await ReadAsync(Eva)).All.Where(it => it.IsNamed).Select(it => it.Name));
        Assert.Null(await GoOnAsync());
    }

    [Fact]
    public async Task Somebody_whose_id_begins_another_ones_is_another()
    {
        await FillAsync();
        await ForgetAsync(new("aad-e", "Eva"), Monday.AddHours(1));
        Assert.All((await ReadAsync(Eva)).All.Where(it => it.Fate is RecordFate.LosesName), it => Assert.True(it.IsNamed));
    }

    [Fact]
    public async Task The_file_of_a_person_has_every_row_that_the_sums_count()
    {
        await FillAsync();
        var file = await AskAsync(db => new PersonFile(db).MakeAsync(Eva.Id, Cancel));
        Assert.Equal(
            [
                "Request 5", "RequestAuditEntry 5", "AuditChainEntry 6", "CardPlace 1", "OutboxMessage 1", "RecoveryEvent 2", "Subscription 1",
                "GrantedRole 1", "Conversation 2", "SeenActivity 1", "Viewer 1",
            ],
            file.Select(table => $"{table.Key} {table.Value!.AsArray().Count}"));
        Assert.Equal(
            StoredTables.All.Where(table => table.IsAboutPeople).Select(table => table.Name).Intersect(file.Select(table => table.Key)),
            file.Select(table => table.Key));
    }

    private Task FillAsync() =>
        CommitAsync(async db =>
        {
            var (requests, events) = (new RequestStore(db), new RecoveryStore(db));
            var mine = Of("RST-MINE22", RequestState.Withdrawn, Eva);
            await requests.PutAsync(mine, new("withdrawn", Eva), "{}", Monday, Cancel);
            await requests.PutAsync(
                Of("RST-DRAFT2", RequestState.Filling, Eva) with
                {
                    ConfirmedAt = null,
                },
                new("started", Eva),
                "{}",
                Monday,
                Cancel);
            await requests.PutAsync(Of("RST-OPEN22", RequestState.AwaitingApproval, Eva), new("confirmed", Eva), "{}", Monday, Cancel);
            Decision no = new(Eva, Monday, IsApproval: false, Version: 1, "Not today.");
            await requests.PutAsync(
                Of("RST-ANA222", RequestState.AwaitingApproval, Ana) with
                {
                    Decisions = [no],
                },
                new("approved", Eva),
                "{}",
                Monday,
                Cancel);
            await requests.PutAsync(
                Of("RST-ANA333", RequestState.Rejected, Ana) with
                {
                    Decisions = [no],
                },
                new("rejected", Eva),
                "{}",
                Monday,
                Cancel);
            await requests.PutAsync(Of("RST-ANA444", RequestState.Rejected, Ana), new("rejected", Ana), "{}", Monday, Cancel);
            await events.PutAsync(Event(1, RecoveryState.Closed, Eva, Ana), "{}", Monday, Cancel);
            await events.PutAsync(Event(2, RecoveryState.Stable, Ana, Eva), "{}", Monday, Cancel);
            await events.PutAsync(Event(3, RecoveryState.Closed, Ana, null), "{}", Monday, Cancel);
            new OutboxStore(db).Add(new OutboxMessage.Remind(mine.Id, 1, new("news.reminder")) { Due = Monday.AddDays(3) }, Monday);
            await new CardStore(db).NoteAsync(Subject.Request(mine.Id), "a:eva", "1", "{}", "Owner", Monday, Cancel);
            db.Conversations.Add(
                new()
                {
                    Id = "a:eva",
                    ConversationId = "a:eva",
                    Kind = "personal",
                    ServiceUrl = "",
                    BotId = "28:bot",
                    InstalledById = Eva.Id,
                    InstalledByName = Eva.Name,
                });
            db.Conversations.Add(
                new()
                {
                    Id = "19:team",
                    ConversationId = "19:team",
                    Kind = "channel",
                    TeamName = "Payroll",
                    ServiceUrl = "",
                    BotId = "28:bot",
                    InstalledById = Eva.Id,
                    InstalledByName = Eva.Name,
                });
            db.Subscriptions.Add(
                new()
                {
                    ChannelId = "19:team",
                    System = "LPAR1",
                    ById = Eva.Id,
                    ByName = Eva.Name,
                    At = Monday,
                });
            db.GrantedRoles.Add(
                new()
                {
                    Role = "dr-authority",
                    HolderId = Eva.Id,
                    HolderName = Eva.Name,
                    ById = Ana.Id,
                    ByName = Ana.Name,
                    At = Monday,
                });
            db.Viewers.Add(
                new()
                {
                    Hash = "hash",
                    Page = ViewerPage.Desk,
                    PersonId = Eva.Id,
                    IsInvitation = false,
                    Until = Monday.AddHours(12),
                });
            db.SeenActivities.Add(new() { Key = "a:eva\n1", At = Monday });
            db.SeenActivities.Add(new() { Key = "a:ana\n1", At = Monday });
        });

    private static Request Of(string key, RequestState state, Person owner) =>
        Draft(key) with
        {
            State = state,
            Owner = owner,
            ConfirmedAt = Monday,
        };

    private static RecoveryEvent Event(int number, RecoveryState state, Person by, Person? approver) => new()
    {
        Id = Guid.NewGuid(),
        Number = number,
        Kind = RecoveryKind.Drill,
        Systems = [new($"LPAR{number}", null)],
        DeclaredBy = by,
        ApprovedBy = approver,
        DeclaredAt = Monday,
        State = state,
        Timeline = [new(TimelineKind.Declared, Monday, by, RecoveryState.Declared, "The site is down")],
    };

    private Task<PersonalRecords> ReadAsync(Person who) => AskAsync(db => new PersonReader(db).ReadAsync(who.Id, Cancel));

    private Task<string?> GoOnAsync() => AskAsync(db => new Forgetting(db).GoOnAsync("", 10, Monday.AddDays(2), Cancel));

    private Task ForgetAsync(Person who, DateTimeOffset at) => CommitAsync(async db =>
    {
        await using var commit = await db.Database.BeginTransactionAsync(Cancel);
        await new Forgetting(db).DoAsync(who.Id, at, Cancel);
        await commit.CommitAsync(Cancel);
    });
}
