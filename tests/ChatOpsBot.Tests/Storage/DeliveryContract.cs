using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Tests.Storage;

/// <summary>Deliveries are put down for who follows, taken by one claimer in the right order, and never forgotten over a change.</summary>
public abstract class DeliveryContract(TestDatabase database) : DatabaseContract(database)
{
    private const string Me = "me";
    private const string Last = "\uffff";

    [Fact]
    public async Task Every_follower_is_found_once_in_steps()
    {
        await FollowAsync(25);
        await CommitAsync(db =>
            db.Subscriptions.Add(
                new()
                {
                    ChannelId = FakeAudience.ChannelId(3),
                    System = Subscription.Everything,
                    At = Monday,
                }));
        var drEvent = await DeclareAsync();
        var (steps, after) = (0, "");
        while (await AskAsync(db => new FanOutStore(db).NextChannelsAsync(after, 10, Cancel)) is { } upTo)
        {
            await AskAsync(db => new FanOutStore(db).AddFollowersAsync(drEvent, after, upTo, Monday, Cancel));
            (after, steps) = (upTo, steps + 1);
        }

        Assert.Equal((3, 25), (steps, await AskAsync(db => db.Deliveries.CountAsync(Cancel))));
        Assert.Equal(0, await SpreadAsync(drEvent));
    }

    [Fact]
    public async Task Nothing_is_put_down_for_channels_that_are_closed_or_of_another_tenant()
    {
        await FollowAsync(3);
        await CommitAsync(db => FakeAudience.AddAsync(db, "https://teams/", 1, Monday, from: 3, tenant: "another"));
        await CommitAsync(db => new ChannelGate(db).PauseAsync(FakeAudience.ChannelId(0), "archived", Monday, Cancel));
        await CommitAsync(db => new ChannelGate(db).LoseAsync(FakeAudience.ChannelId(1), "deleted", Monday, Cancel));

        Assert.Equal(1, await SpreadAsync(await DeclareAsync()));
        Assert.Equal(FakeAudience.ChannelId(2), Assert.Single(await ClaimAsync(Me)).ChannelId);
    }

    [Fact]
    public async Task Real_events_are_taken_before_drills_and_one_of_a_channel_at_a_time()
    {
        await FollowAsync(3);
        await SpreadAsync(await DeclareAsync(RecoveryKind.Drill, number: 1));
        var real = await DeclareAsync(RecoveryKind.UnplannedFailover, number: 2);
        await SpreadAsync(real);

        var first = await ClaimAsync(Me, most: 2);
        Assert.All(first, row => Assert.Equal((real.Id, DeliveryStep.Post, Me), (row.EventId, row.Doing!.Value, row.ClaimedBy)));
        var third = Assert.Single(await ClaimAsync(Me, most: 1));
        Assert.Equal(real.Id, third.EventId);
        Assert.Empty(await ClaimAsync(Me));
    }

    [Fact]
    public async Task What_is_due_later_is_taken_later()
    {
        await FollowAsync(1);
        await SpreadAsync(await DeclareAsync());
        var row = Assert.Single(await ClaimAsync(Me));
        await EndAsync(DeliveryResult.Of(row) with { Due = Monday.AddMinutes(1), AboutVersion = 1 });

        Assert.Empty(await ClaimAsync(Me, Monday.AddSeconds(59)));
        Assert.Equal(Monday.AddMinutes(1), await AskAsync(db => new DeliveryStore(db).NextDueAsync(Cancel)));
        Assert.Single(await ClaimAsync(Me, Monday.AddMinutes(1)));
    }

    [Fact]
    public async Task What_waits_is_counted_apart_for_real_events_and_drills_from_when_the_event_changed()
    {
        await FollowAsync(3);
        Assert.Equal([new(false, 0, null), new(true, 0, null)], await AskAsync(db => new DeliveryStore(db).BacklogAsync(Cancel)));
        await SpreadAsync(await DeclareAsync(RecoveryKind.Drill, number: 1));
        var real = await DeclareAsync(RecoveryKind.UnplannedFailover, number: 2);
        await SpreadAsync(real);
        await EndAsync(Posted(Assert.Single(await ClaimAsync(Me, most: 1)), real));

        Assert.Equal([new(false, 2, Monday), new(true, 3, Monday)], await AskAsync(db => new DeliveryStore(db).BacklogAsync(Cancel)));
    }

    [Fact]
    public async Task What_is_done_is_idle_and_each_next_step_is_written_down_with_the_claim()
    {
        await FollowAsync(1);
        var drEvent = await DeclareAsync();
        await SpreadAsync(drEvent);
        await EndAsync(Posted(Assert.Single(await ClaimAsync(Me)), drEvent));
        Assert.Null(await AskAsync(db => new DeliveryStore(db).NextDueAsync(Cancel)));

        var next = await SayAsync(drEvent);
        await SpreadAsync(next);
        var update = Assert.Single(await ClaimAsync(Me));
        Assert.Equal(DeliveryStep.Update, update.Doing);
        await EndAsync(Posted(update, next) with { RepliedLines = 1, Due = Monday });
        Assert.Equal(DeliveryStep.Reply, Assert.Single(await ClaimAsync(Me)).Doing);
    }

    [Fact]
    public async Task A_change_that_comes_while_a_call_is_under_way_is_not_forgotten_whoever_writes_first()
    {
        await FollowAsync(2);
        var drEvent = await DeclareAsync();
        await SpreadAsync(drEvent);
        var rows = await ClaimAsync(Me);
        var next = await SayAsync(drEvent);
        await EndAsync(Posted(rows[0], drEvent));
        await SpreadAsync(next);
        await EndAsync(Posted(rows[1], drEvent));

        Assert.All(await ClaimAsync(Me), row => Assert.Equal(DeliveryStep.Update, row.Doing));
        Assert.Equal(2, await AskAsync(db => db.Deliveries.CountAsync(row => row.ClaimedBy == Me, Cancel)));
    }

    [Fact]
    public async Task What_was_given_up_is_tried_again_with_news_and_not_before()
    {
        await FollowAsync(1);
        var drEvent = await DeclareAsync();
        await SpreadAsync(drEvent);
        await EndAsync(DeliveryResult.Of(Assert.Single(await ClaimAsync(Me))) with { State = DeliveryState.Failed, AboutVersion = 1 });
        await MakeDueAsync(drEvent, isNews: false);
        Assert.Empty(await ClaimAsync(Me));

        await SpreadAsync(await SayAsync(drEvent));
        Assert.Single(await ClaimAsync(Me));
    }

    [Fact]
    public async Task What_nobody_knows_the_end_of_is_not_touched_by_a_change()
    {
        await FollowAsync(1);
        var drEvent = await DeclareAsync();
        await SpreadAsync(drEvent);
        await EndAsync(
            DeliveryResult.Of(Assert.Single(await ClaimAsync(Me))) with
            {
                State = DeliveryState.Unknown,
                AboutVersion = int.MaxValue,
            });
        await SpreadAsync(await SayAsync(drEvent));

        Assert.Empty(await ClaimAsync(Me));
    }

    [Fact]
    public async Task What_another_claimer_has_by_now_cannot_be_ended_and_is_found_when_that_one_is_gone()
    {
        await FollowAsync(1);
        await SpreadAsync(await DeclareAsync());
        var row = Assert.Single(await ClaimAsync(Me));

        Assert.Empty(await AskAsync(db => new DeliveryStore(db).AbandonedAsync(Me, 10, Cancel)));
        Assert.Equal(Me, Assert.Single(await AskAsync(db => new DeliveryStore(db).AbandonedAsync("you", 10, Cancel))).ClaimedBy);
        Assert.Equal(0, await AskAsync(db => new DeliveryStore(db).EndAsync([DeliveryResult.Of(row)], "you", Monday, Cancel)));
    }

    [Fact]
    public async Task Several_claimers_at_once_never_get_the_same()
    {
        await FollowAsync(40);
        await SpreadAsync(await DeclareAsync());
        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(async number =>
        {
            var got = new List<string>();
            while (await ClaimAsync($"claimer {number}", most: 3) is { Count: > 0 } rows)
                got.AddRange(rows.Select(row => row.ChannelId));
            return got;
        }));

        Assert.Equal(40, claims.SelectMany(it => it).Count());
        Assert.Equal(40, claims.SelectMany(it => it).Distinct().Count());
    }

    private Task FollowAsync(int channels) => CommitAsync(db => FakeAudience.AddAsync(db, "https://teams/", channels, Monday));

    private async Task<RecoveryEvent> DeclareAsync(RecoveryKind kind = RecoveryKind.UnplannedFailover, int number = 1) =>
        await KeepAsync(FakeAudience.Declare(Monday, number, kind));

    private Task<RecoveryEvent> SayAsync(RecoveryEvent drEvent) => KeepAsync(FakeAudience.Say(drEvent, "More.", Monday));

    private async Task<RecoveryEvent> KeepAsync(RecoveryEvent drEvent)
    {
        await CommitAsync(db => FakeAudience.KeepAsync(db, drEvent, Monday));
        return drEvent;
    }

    private async Task<int> SpreadAsync(RecoveryEvent drEvent)
    {
        var added = await AskAsync(db => new FanOutStore(db).AddFollowersAsync(drEvent, "", Last, Monday, Cancel));
        await MakeDueAsync(drEvent, isNews: true);
        await AskAsync(async db =>
        {
            await new FanOutStore(db).SpreadAsync(drEvent, Cancel);
            return true;
        });
        return added;
    }

    private Task<int> MakeDueAsync(RecoveryEvent drEvent, bool isNews) =>
        AskAsync(db => new FanOutStore(db).MakeDueAsync(drEvent, isNews, withUnknown: false, "", Last, Monday, Cancel));

    private Task<IReadOnlyList<ChatOpsBot.Storage.Recovery.Delivery>> ClaimAsync(
        string claimer,
        DateTimeOffset? now = null,
        int most = 100) => AskAsync(db => new DeliveryStore(db).ClaimAsync(claimer, now ?? Monday, most, Cancel));

    private async Task EndAsync(DeliveryResult end) =>
        Assert.Equal(1, await AskAsync(db => new DeliveryStore(db).EndAsync([end], Me, Monday, Cancel)));

    private static DeliveryResult Posted(ChatOpsBot.Storage.Recovery.Delivery row, RecoveryEvent drEvent) => DeliveryResult.Of(row) with
    {
        State = DeliveryState.Sent,
        ConversationId = "thread",
        ActivityId = "message",
        ShownVersion = drEvent.Version,
        RepliedLines = drEvent.Timeline.Count,
        AboutVersion = drEvent.Version,
    };
}
