using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Tests.Storage;

/// <summary>What is read of an event's channels, and of events for those who look at all of them.</summary>
public abstract class DeliveryReportContract(TestDatabase database) : DatabaseContract(database)
{
    private static readonly Guid One = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();

    [Fact]
    public async Task Channels_are_counted_by_event_and_state()
    {
        await DeliverAsync(One, "a", DeliveryState.Sent);
        await DeliverAsync(One, "b", DeliveryState.Updated, isBehind: true);
        await DeliverAsync(One, "c", DeliveryState.Updated);
        await DeliverAsync(One, "d", DeliveryState.Waiting, isBehind: true);
        await DeliverAsync(Other, "a", DeliveryState.Failed);

        var sums = await AskAsync(db => new DeliveryReport(db).SumsAsync([One, Other, Guid.NewGuid()], Cancel));
        Assert.Equal(2, sums.Count);
        Assert.Equal(
            (1, 2, 1, 0, 4, 1),
            (
                sums[One].Of(DeliveryState.Sent),
                sums[One].Of(DeliveryState.Updated),
                sums[One].Of(DeliveryState.Waiting),
                sums[One].Of(DeliveryState.Failed),
                sums[One].All,
                sums[One].Behind));
        Assert.Equal(1, sums[Other].Of(DeliveryState.Failed));
    }

    [Fact]
    public async Task They_are_paged_by_team_and_name_and_one_that_is_no_longer_known_keeps_its_line()
    {
        foreach (var (id, team, name) in new[] { ("1", "Sales", "General"), ("2", "Payroll", "Operations"), ("3", "Payroll", "General") })
        {
            await CommitAsync(db => db.Channels.Add(new() { Id = id, TeamName = team, Name = name, ChangedAt = Monday }));
            await DeliverAsync(One, id, DeliveryState.Failed);
        }

        await DeliverAsync(One, "4", DeliveryState.Failed);
        await DeliverAsync(One, "5", DeliveryState.Sent);
        var pages = new List<ChannelDelivery>();
        while (
            await AskAsync(db =>
                new DeliveryReport(db).PageAsync(One, [DeliveryState.Failed, DeliveryState.Unknown], pages.Count, 3, Cancel))
                is { Count: > 0 } page)
            pages.AddRange(page);
        Assert.Equal(["3", "2", "1"], pages.Where(it => it.Channel is not null).Select(it => it.Delivery.ChannelId));
        Assert.Equal("4", Assert.Single(pages, it => it.Channel is null).Delivery.ChannelId);

        var all = await AskAsync(async db => await new DeliveryReport(db).AllAsync(One).ToListAsync(Cancel));
        Assert.Equal(5, all.Count);
    }

    [Fact]
    public async Task Open_events_and_those_that_changed_since_are_found_whosever_they_are()
    {
        await KeepAsync(1, "a tenant", RecoveryState.Closed, Monday.AddDays(-2));
        await KeepAsync(2, null, RecoveryState.Closed, Monday.AddHours(-1));
        await KeepAsync(3, "a tenant", RecoveryState.Stable, Monday.AddDays(-3));
        Assert.Equal(
            [3, 2], (await AskAsync(db => new RecoveryStore(db).SinceAsync(Monday.AddDays(-1), 10, Cancel))).Select(it => it.Number));
        Assert.Equal(1, (await AskAsync(db => new RecoveryStore(db).FindByNumberAsync(1, Cancel)))?.Number);
        Assert.Null(await AskAsync(db => new RecoveryStore(db).FindByNumberAsync(4, Cancel)));
    }

    private Task KeepAsync(int number, string? tenant, RecoveryState state, DateTimeOffset at) =>
        CommitAsync(db =>
            new RecoveryStore(db).PutAsync(
                new()
                {
                    Id = Guid.NewGuid(),
                    Number = number,
                    Tenant = tenant,
                    Kind = RecoveryKind.Drill,
                    Systems = [new($"LPAR{number}", null)],
                    DeclaredBy = new("a", "Ana"),
                    DeclaredAt = at,
                    State = state,
                },
                null,
                at,
                Cancel));

    private Task DeliverAsync(Guid drEvent, string channel, DeliveryState state, bool isBehind = false) =>
        CommitAsync(db =>
            db.Deliveries.Add(
                new()
                {
                    EventId = drEvent,
                    ChannelId = channel,
                    State = state,
                    Due = isBehind ? Monday : null,
                }));
}
