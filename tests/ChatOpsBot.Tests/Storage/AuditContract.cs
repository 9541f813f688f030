using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage.Audit;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;
using static ChatOpsBot.Tests.Storage.SampleRequest;

namespace ChatOpsBot.Tests.Storage;

/// <summary>What becomes an entry of the audit chain, and that it does so with the change or not at all.</summary>
public abstract class AuditContract(TestDatabase database) : DatabaseContract(database)
{
    private static readonly UpdateCadence Cadence = new();

    [Fact]
    public async Task The_chain_begins_with_the_first_change_and_says_so()
    {
        await PutAsync(Draft());
        Assert.Equal(["1 chain audit began", "2 request RST-7K3QZ9 filled"], await WordsAsync());
        var first = (await EntriesAsync())[0];
        Assert.Equal((Monday, null), (first.At, first.ActorId));
        Assert.Equal(new byte[AuditEncoding.HashLength], first.PreviousHash);
        await IntactAsync(2);
    }

    [Fact]
    public async Task A_change_of_a_request_has_who_did_what_and_to_which_version()
    {
        var draft = Draft();
        await PutAsync(draft);
        await CommitAsync(db =>
            new RequestStore(db).PutAsync(draft.Next(), new("rejected", Eva) { Detail = "lpar" }, null, Monday.AddTicks(15), Cancel));
        var entry = (await EntriesAsync())[^1];
        Assert.Equal(
            ("request", draft.Key, 2, "rejected", Eva.Id, Eva.Name, "lpar", Monday.AddTicks(10)),
            (entry.SubjectKind, entry.SubjectKey, entry.Version, entry.What, entry.ActorId, entry.ActorName, entry.Detail, entry.At));
        await IntactAsync(3);
    }

    [Fact]
    public async Task Of_two_who_change_the_same_version_the_one_who_loses_leaves_no_entry()
    {
        var draft = Draft();
        await PutAsync(draft);
        await using var first = await OpenAsync();
        await using var second = await OpenAsync();
        await new RequestStore(first).PutAsync(draft.Next(), new("approved", Ana), null, Monday, Cancel);
        await new RequestStore(second).PutAsync(draft.Next(), new("rejected", Eva), null, Monday, Cancel);
        Assert.True(await first.TrySaveChangesAsync(Cancel));
        Assert.False(await second.TrySaveChangesAsync(Cancel));
        Assert.Equal(["chain audit began", "request RST-7K3QZ9 filled", "request RST-7K3QZ9 approved"], await WordsAsync(numbers: false));
        await IntactAsync(3);
    }

    [Fact]
    public async Task A_transaction_that_is_rolled_back_leaves_neither_the_change_nor_an_entry()
    {
        await PutAsync(Draft("RST-AAAAA2"));
        await using (var db = await OpenAsync())
        {
            await using var commit = await db.Database.BeginTransactionAsync(Cancel);
            await new RequestStore(db).PutAsync(Draft("RST-BBBBB2"), new("started", Ana), null, Monday, Cancel);
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Equal(1, await AskAsync(db => db.RequestAuditEntries.CountAsync(Cancel)));
        await IntactAsync(2);
    }

    [Fact]
    public async Task Where_the_chain_cannot_be_continued_nothing_is_changed()
    {
        await PutAsync(Draft("RST-AAAAA2"));
        await AskAsync(db => db.Database.ExecuteSqlAsync($"""DELETE FROM "AuditChainHead" """, Cancel));
        await Assert.ThrowsAsync<InvalidDataException>(() => PutAsync(Draft("RST-BBBBB2")));
        Assert.Equal(1, await AskAsync(db => db.RequestAuditEntries.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Several_entries_of_one_unit_of_work_follow_each_other_and_so_do_several_commits_of_one_context()
    {
        await using (var db = await OpenAsync())
        {
            for (var number = 0; number < 3; number++)
            {
                db.Audit(new(AuditSubjects.Role, "dr-coordinator", "granted", Monday) { By = Ana, Detail = $"to {number}" });
                db.Audit(new(AuditSubjects.Role, "dr-coordinator", "revoked", Monday) { By = Ana, Version = number });
                await db.SaveChangesAsync(Cancel);
            }
        }

        Assert.Equal(7, (await EntriesAsync()).Count);
        await IntactAsync(7);
    }

    [Fact]
    public async Task Every_step_of_an_event_is_an_entry_and_so_is_what_has_no_line_in_its_timeline()
    {
        var roles = Enum.GetValues<RecoveryRole>().ToHashSet();
        var declared = Declared(Ana);
        var widened = declared.Join(RecoveryKind.UnplannedFailover, [new("LPAR2", null)], Eva, "and this", Monday, Cadence);
        var joined = widened.Join(RecoveryKind.PlannedSwitch, [], Ana, null, Monday, Cadence);
        var alone = ((RecoveryChange.Done)joined.GoAlone(Eva, roles, "nobody is there", Monday, Cadence)).Event;
        var announced = alone.Announce(Monday, Cadence);
        var overdue = announced.MissUpdate();
        var updated = overdue.Say("replication stopped", Eva, Monday, Cadence);
        var corrected = updated.Correct(0, "it was LPAR3", Ana, Monday, Cadence);
        var off = ((RecoveryChange.Done)corrected.Step(RecoveryState.Cancelled, Eva, roles, "false alarm", Monday, Cadence)).Event;
        foreach (var version in new[] { declared, widened, joined, alone, announced, overdue, updated, corrected, off })
            await CommitAsync(db => new RecoveryStore(db).PutAsync(version, null, Eva, Monday, Cancel));

        var entries = (await EntriesAsync()).Skip(1).Select(it => $"{it.Version} {it.What} {it.ActorName}: {it.Detail}");
        Assert.Equal(
            [
                "1 declared Ana: planned-switch; LPAR1/LPAR1DR; the site is down",
                "2 widened Eva: unplanned-failover; LPAR1/LPAR1DR, LPAR2; and this",
                "3 joined Ana: ",
                "4 acted-alone Eva: nobody is there",
                "5 announced Eva: ",
                "6 overdue : ",
                "7 updated Eva: replication stopped",
                "8 corrected Ana: line 1: it was LPAR3",
                "9 cancelled Eva: false alarm",
            ],
            entries);
        await IntactAsync(10);
    }

    [Fact]
    public async Task A_second_persons_approval_and_a_drill_that_gives_way_are_entries()
    {
        var roles = Enum.GetValues<RecoveryRole>().ToHashSet();
        var declared = Declared(Ana);
        await CommitAsync(db => new RecoveryStore(db).PutAsync(declared, null, Ana, Monday, Cancel));
        var approved = ((RecoveryChange.Done)declared.Step(RecoveryState.Approved, Eva, roles, null, Monday, Cadence)).Event;
        await CommitAsync(db => new RecoveryStore(db).PutAsync(approved, null, Eva, Monday, Cancel));
        await CommitAsync(db => new RecoveryStore(db).PutAsync(approved.GiveWay(9, Monday), null, null, Monday, Cancel));
        Assert.Equal(["declared Ana", "approved Eva", "gave-way "], (await EntriesAsync()).Skip(1).Select(it => $"{it.What} {it.ActorName}"));
        Assert.Equal("DR-9", (await EntriesAsync())[^1].Detail);
    }

    [Fact]
    public async Task What_a_channel_follows_is_an_entry_where_it_changed_something()
    {
        await CommitAsync(db => new SubscriptionStore(db).FollowAsync("ops", ["LPAR1", "LPAR2"], Ana, Monday, Cancel));
        await CommitAsync(db => new SubscriptionStore(db).FollowAsync("ops", ["LPAR1"], Eva, Monday, Cancel));
        await CommitAsync(db => new SubscriptionStore(db).StopAsync("ops", ["LPAR2", "LPAR9"], Eva, Monday, Cancel));
        await CommitAsync(db => new ListedChannelStore(db).SettleAsync([new("dba", null, null, ["*"])], Monday, Cancel));
        await CommitAsync(db => new ListedChannelStore(db).SettleAsync([], Monday, Cancel));
        Assert.Equal(
            [
                "ops followed Ana LPAR1, LPAR2", "ops stopped Eva LPAR2", "dba followed-by-settings  *", "dba stopped-by-settings  *",
            ],
            (await EntriesAsync()).Skip(1).Select(it => $"{it.SubjectKey} {it.What} {it.ActorName} {it.Detail}"));
        await IntactAsync(5);
    }

    [Fact]
    public async Task A_text_that_no_database_keeps_as_it_is_is_hashed_as_it_is_kept()
    {
        await CommitAsync(db => db.Audit(
            new(AuditSubjects.Role, "half \ud83d a pair", "granted", Monday) { By = new("id", "\udd25\0"), Detail = "\ud83d\udd25 \ud83d" }));
        var entry = (await EntriesAsync())[^1];
        Assert.Equal(
            ("half \ufffd a pair", "\ufffd\ufffd", "\ud83d\udd25 \ufffd"), (entry.SubjectKey, entry.ActorName, entry.Detail));
        await IntactAsync(2);
    }

    protected static RecoveryEvent Declared(Domain.People.Person by, int number = 1) => new()
    {
        Id = Guid.NewGuid(),
        Number = number,
        Kind = RecoveryKind.PlannedSwitch,
        Systems = [new($"LPAR{number}", $"LPAR{number}DR")],
        DeclaredBy = by,
        DeclaredAt = Monday,
        Timeline = [new(TimelineKind.Declared, Monday, by, RecoveryState.Declared, "the site is down")],
    };

    protected Task PutAsync(Request version) =>
        CommitAsync(db => new RequestStore(db).PutAsync(version, new("filled", version.Owner), null, Monday, Cancel));

    protected Task<List<AuditChainEntry>> EntriesAsync() =>
        AskAsync(db => db.AuditChainEntries.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync(Cancel));

    protected Task<AuditVerdict> VerifyAsync(AuditAnchor? anchor = null) =>
        AskAsync(db => new AuditVerifier(db).VerifyAsync(anchor, null, Cancel));

    protected async Task IntactAsync(int entries)
    {
        var verdict = await VerifyAsync();
        Assert.Equal((null, (long)entries), (verdict.Fault, verdict.Entries));
    }

    private async Task<IEnumerable<string>> WordsAsync(bool numbers = true) =>
        (await EntriesAsync()).Select(it => $"{(numbers ? $"{it.Sequence} " : "")}{it.SubjectKind} {it.SubjectKey} {it.What}");
}
