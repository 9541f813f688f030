using System.Text.Json.Nodes;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Storage.Outbox;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Recovery.Announcing;

/// <summary>Somebody in a channel presses the button of an announcement.</summary>
public sealed class PressedAnnouncementTests
{
    [Fact]
    public async Task An_announcement_stays_one_when_somebody_has_looked_at_its_details()
    {
        await using var bot = await AnnouncedBot.StartAsync(channels: 0);
        var now = bot.Bot.Clock.GetUtcNow();
        await bot.WriteAsync(db => FakeAudience.AddAsync(db, bot.Teams.ServiceUrl, 1, now, tenant: ActivityJson.TenantId));
        await bot.KeepAsync(FakeAudience.Declare(now, tenant: ActivityJson.TenantId));
        var post = Assert.Single(bot.Posts());
        Assert.DoesNotContain("Comment (update", CardPicture.Of(post.Card!), StringComparison.Ordinal);

        var (status, body) = await bot.Bot.DeliverAsync(
            ActivityJson
                .Press("event.show", new() { ["event"] = bot.Event.Id.ToString("N"), ["version"] = "1" })
                .With("replyToId", post.Id)
                .With(
                    "conversation",
                    new JsonObject
                    {
                        ["id"] = post.ConversationId,
                        ["conversationType"] = "channel",
                        ["isGroup"] = true,
                        ["tenantId"] = ActivityJson.TenantId,
                    }));
        Assert.Equal(200, status);
        Assert.NotNull(body);

        var said = FakeAudience.Say(bot.Event, "More.", bot.Bot.Clock.GetUtcNow());
        await bot.KeepAsync(said);
        await bot.WriteAsync(async db =>
        {
            new OutboxStore(db).Add(new OutboxMessage.RedrawEvent(said.Id), bot.Bot.Clock.GetUtcNow());
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await bot.Bot.SettleAsync();

        var picture = CardPicture.Of(Assert.Single(bot.Posts()).Card!);
        Assert.Contains("More.", picture, StringComparison.Ordinal);
        Assert.Contains("[Details]", picture, StringComparison.Ordinal);
    }
}
