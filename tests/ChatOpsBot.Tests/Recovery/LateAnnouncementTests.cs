using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>An event that is announced a while after it was declared.</summary>
public sealed class LateAnnouncementTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Person Ana = new("aad-ana", "Ana");
    private static readonly EventTransitions Moves = new(new() { AnybodyWhereNobodyIsListed = true });

    [Theory]
    [InlineData(RecoveryKind.Drill)]
    [InlineData(RecoveryKind.PlannedSwitch)]
    public void A_first_announcement_does_not_promise_news_for_a_time_that_is_over(RecoveryKind kind)
    {
        var draft = Done(Moves.Declare(new() { Kind = kind, By = Ana, Systems = [new("LPAR1", "LPAR1DR")] }, [], 1, Monday));
        var now = Monday.AddMinutes(40);
        var announced = Done(Moves.Announce(draft, Ana, now));

        Assert.True(
            announced.NextUpdate > now, $"Announced at {now:HH:mm}, and channels were promised news by {announced.NextUpdate:HH:mm}.");
        Assert.DoesNotContain(
            RecoveryMessages.After(draft, announced, Moves.Policy), message => message is OutboxMessage.MissUpdate && message.Due <= now);
    }

    private static RecoveryEvent Done(RecoveryChange change) => Assert.IsType<RecoveryChange.Done>(change).Event;
}
