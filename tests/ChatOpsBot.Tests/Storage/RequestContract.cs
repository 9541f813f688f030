using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Inbox;
using ChatOpsBot.Storage.Requests;
using static ChatOpsBot.Tests.Storage.SampleRequest;

namespace ChatOpsBot.Tests.Storage;

/// <summary>Requests come back as they were kept, and are found.</summary>
public abstract class RequestContract(TestDatabase database) : RequestRaceContract(database)
{
    [Fact]
    public async Task A_request_comes_back_as_it_was_kept()
    {
        var full = Full();
        await KeepAsync(full);
        Assert.Equivalent(full, await FindAsync(full.Id), strict: true);
    }

    [Fact]
    public void The_full_sample_leaves_no_property_out()
    {
        var draft = Draft();
        string[] required =
        [
            "Id", "Key", "Type", "Owner", "ConversationId", "Language", "Zone", "Version", "Token", "CreatedAt", "ChangedAt",
        ];
        Assert.All(
            typeof(Request).GetProperties().Where(it => it.CanWrite && !required.Contains(it.Name)),
            it => Assert.NotEqual(it.GetValue(draft), it.GetValue(Full())));
    }

    [Fact]
    public async Task Nobody_has_a_request_that_was_never_kept() => Assert.Null(await FindAsync(Guid.NewGuid()));

    [Fact]
    public async Task What_this_unit_of_work_has_kept_is_found_by_it()
    {
        var draft = Draft();
        await using var db = await OpenAsync();
        var store = new RequestStore(db);
        await store.PutAsync(draft, new("started", Ana), "{}", Monday, Cancel);
        Assert.Equivalent(draft, await store.FindAsync(draft.Id, Cancel), strict: true);
        Assert.Equal("{}", await store.OriginAsync(draft.Id, Cancel));
    }

    [Fact]
    public async Task Requests_are_found_by_their_keys()
    {
        await KeepAsync(Draft("RST-AAAAA2"), Draft("RST-BBBBB2"), Draft("RST-CCCCC2"));
        var found = await AskAsync(db => new RequestStore(db).FindByKeysAsync(["RST-CCCCC2", "RST-AAAAA2", "RST-ZZZZZ2"], Cancel));
        Assert.Equal(["RST-AAAAA2", "RST-CCCCC2"], found.Select(request => request.Key));
    }

    [Fact]
    public async Task Requests_are_found_by_their_tickets()
    {
        await KeepAsync(Ticketed("RST-AAAAA2", "T-000001"), Ticketed("RST-BBBBB2", "T-000002"), Draft("RST-CCCCC2"));
        var found = await AskAsync(db => new RequestStore(db).ByTicketAsync(["T-000002", "T-000009"], Cancel));
        Assert.Equal(["RST-BBBBB2"], found.Select(request => request.Key));
    }

    [Fact]
    public async Task A_person_sees_their_own_and_the_last_changed_first()
    {
        await KeepAsync(
            Draft("RST-AAAAA2") with { ChangedAt = Monday },
            Draft("RST-BBBBB2") with { ChangedAt = Monday.AddDays(2), State = RequestState.Cancelled },
            Draft("RST-CCCCC2") with { ChangedAt = Monday.AddDays(1) },
            Draft("RST-DDDDD2") with { Owner = Eva, ChangedAt = Monday.AddDays(3) });
        Assert.Equal(["RST-BBBBB2", "RST-CCCCC2", "RST-AAAAA2"], await KeysAsync(store => store.OwnAsync(Ana.Id, 10, Cancel)));
        Assert.Equal(["RST-BBBBB2", "RST-CCCCC2"], await KeysAsync(store => store.OwnAsync(Ana.Id, 2, Cancel)));
    }

    [Fact]
    public async Task A_turn_begins_with_the_marks_of_its_activity_and_the_requests_of_its_person()
    {
        var changed = Guid.NewGuid();
        await CommitAsync(db => new SeenActivityStore(db).Mark("chat|1", "{}", Monday, Subject.Request(changed)));
        await CommitAsync(db => new SeenActivityStore(db).Mark("press|1", null, Monday.AddDays(-1)));
        await CommitAsync(db => new SeenActivityStore(db).Mark("chat|2", null, Monday));
        await KeepAsync(
            Draft("RST-AAAAA2") with { ChangedAt = Monday },
            Draft("RST-BBBBB2") with { ChangedAt = Monday.AddDays(2) },
            Draft("RST-CCCCC2") with { ChangedAt = Monday.AddDays(1) },
            Draft("RST-DDDDD2") with { Owner = Eva, ChangedAt = Monday.AddDays(3) });

        var start = await AskAsync(db => TurnStart.ReadAsync(db, "chat|1", "press|1", Ana.Id, 2, Cancel));
        Assert.Equal(["RST-BBBBB2", "RST-CCCCC2"], start.Own.Select(request => request.Key));
        Assert.Equal(
            [("chat|1", Monday, "{}", changed, SubjectKind.Request), ("press|1", Monday.AddDays(-1), null, (Guid?)null, (SubjectKind?)null)],
            start.Marks.OrderBy(mark => mark.Key, StringComparer.Ordinal)
                .Select(mark => (mark.Key, mark.At, mark.Reply, mark.SubjectId, mark.SubjectKind)));
    }

    [Fact]
    public async Task Somebody_without_an_id_begins_with_nothing()
    {
        await KeepAsync(Draft() with { Owner = new("", "Nobody") });
        var start = await AskAsync(db => TurnStart.ReadAsync(db, null, null, "", 10, Cancel));
        Assert.Empty(start.Own);
        Assert.Empty(start.Marks);
    }

    [Fact]
    public async Task What_waits_longest_for_an_approval_comes_first()
    {
        await KeepAsync(
            Waiting("DRE-AAAAA2", Monday.AddHours(2)),
            Waiting("DRE-BBBBB2", Monday),
            Waiting("DRE-CCCCC2", Monday.AddHours(1)),
            Draft("DRE-DDDDD2"));
        Assert.Equal(["DRE-BBBBB2", "DRE-CCCCC2", "DRE-AAAAA2"], await KeysAsync(store => WaitingAsync(store, 10)));
        Assert.Equal(["DRE-BBBBB2"], await KeysAsync(store => WaitingAsync(store, 1)));
    }

    [Fact]
    public async Task Open_is_what_the_request_itself_says()
    {
        var all = Enum.GetValues<RequestState>().Select(state => Draft($"RST-{state}") with { State = state })
            .Concat(Enum.GetValues<TicketState>().Select(state => Ticketed($"T-{state}", $"T-{state}", state)))
            .Select((request, index) => request with { ChangedAt = Monday.AddMinutes(index) }).ToArray();
        await KeepAsync(all);

        Assert.Equal(
            all.Where(request => request.IsOpen).Reverse().Select(request => request.Key),
            await KeysAsync(store => store.OpenAsync(50, Cancel)));
        Assert.Equal(
            await KeysAsync(store => store.OpenAsync(3, Cancel)),
            await KeysAsync(async store => (await store.WaitingAndOpenAsync(3, Cancel)).Open));
        Assert.Equal(2, (await KeysAsync(store => store.OpenAsync(2, Cancel))).Count);
    }

    [Fact]
    public async Task A_request_that_ends_is_no_longer_open()
    {
        var filed = Ticketed("RST-AAAAA2", "T-000001");
        await KeepAsync(filed, filed.Next() with { Ticket = filed.Ticket! with { State = TicketState.Resolved } });
        Assert.Empty(await KeysAsync(store => store.OpenAsync(50, Cancel)));
    }

    [Fact]
    public async Task The_way_home_stays_until_another_is_known()
    {
        var draft = Draft();
        await KeepAsync(draft, "{\"at\":1}");
        await KeepAsync(draft.Next(), home: null);
        Assert.Equal("{\"at\":1}", await OriginAsync(draft.Id));

        await KeepAsync(draft.Next().Next(), "{\"at\":2}");
        Assert.Equal("{\"at\":2}", await OriginAsync(draft.Id));
        Assert.Null(await OriginAsync(Guid.NewGuid()));
    }

    [Fact]
    public async Task The_history_says_who_did_what_and_when()
    {
        var draft = Draft();
        await CommitAsync(db => new RequestStore(db).PutAsync(draft, new("started", Ana), null, Monday, Cancel));
        await CommitAsync(db =>
            new RequestStore(db).PutAsync(
                draft.Next(), new("filed", null) { Detail = "T-000001" }, null, Monday.AddHours(2).ToOffset(TimeSpan.FromHours(1)), Cancel));

        var history = await AskAsync(db => new RequestStore(db).HistoryAsync(draft.Id, Cancel));
        Assert.Equal(
            [(1, "started", "aad-ana", "Ana", null, Monday), (2, "filed", null, null, "T-000001", Monday.AddHours(2))],
            history.Select(entry => (entry.Version, entry.What, entry.ById, entry.ByName, entry.Detail, entry.At)));
    }

    private static Request Ticketed(string key, string number, TicketState state = TicketState.New) =>
        Draft(key) with { State = RequestState.Filed, Ticket = new(number, state, Monday) };

    private static Request Waiting(string key, DateTimeOffset since) =>
        Draft(key) with
        {
            State = RequestState.AwaitingApproval,
            ChangedAt = since,
        };

    private async Task<IReadOnlyList<string>> KeysAsync(Func<RequestStore, Task<IReadOnlyList<Request>>> list) =>
        [.. (await AskAsync(db => list(new(db)))).Select(request => request.Key)];

    private static async Task<IReadOnlyList<Request>> WaitingAsync(RequestStore store, int most) =>
        (await store.WaitingAndOpenAsync(most, Cancel)).Waiting;

    private Task<string?> OriginAsync(Guid id) => AskAsync(db => new RequestStore(db).OriginAsync(id, Cancel));
}
