using System.Text.Json.Nodes;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>Several people and programs at the same event.</summary>
public sealed class TogetherTests
{
    private static readonly (string, string)[] Systems =
    [
        ("Systems:Lpars:0:Name", "LPAR1"), ("Systems:Lpars:0:Production", "true"), ("Systems:Lpars:0:DrPartner", "LPAR1DR"),
        ("Systems:Lpars:1:Name", "LPAR2"), ("Systems:Lpars:1:Production", "true"), ("Systems:Lpars:1:DrPartner", "LPAR2DR"),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_declarations_at_once_are_one_event()
    {
        await using var bot = await RunningBot.StartAsync(Systems);
        var (ana, ben) = (bot.Colleague("ana"), bot.Colleague("ben"));
        await Task.WhenAll(
            ana.SaysAsync("declare a failover for LPAR1: one"), ben.SaysAsync("declare a failover for LPAR1 and LPAR2: two"));
        await bot.SettleAsync();
        var only = Assert.Single(await EventsAsync(bot));
        Assert.Equal(["one", "two"], only.Timeline.Select(line => line.Text).Order());
        Assert.Equal(2, only.Systems.Count);
    }

    [Fact]
    public async Task An_approval_and_a_cancellation_at_once_are_one_after_the_other()
    {
        await using var bot = await RunningBot.StartAsync([.. Systems, ("Approvals:Roles:dr-authority:0", "aad-eva")]);
        var (ana, eva) = (bot.Colleague("ana"), bot.Colleague("eva"));
        await ana.SaysAsync("declare a failover for LPAR1: one");
        await bot.SettleAsync();
        await Task.WhenAll(eva.PressesAsync("Approve"), ana.PressesAsync("Call off"));
        await bot.SettleAsync();
        var only = Assert.Single(await EventsAsync(bot));
        Assert.Equal(only.Timeline.Count, only.Version);
        Assert.Contains(only.State, new[] { RecoveryState.Approved, RecoveryState.Cancelled });
    }

    [Fact]
    public async Task In_local_mode_a_chat_a_program_and_the_page_are_about_the_same_events()
    {
        await using var bot = await RunningBot.StartAsync(Systems);
        await bot.DeliverAsync(ActivityJson.Message("declare a failover for LPAR1: the site is down"));
        await bot.SettleAsync();
        using var program = new ReportSender(bot);
        var (status, _) = await program.ReportAsync("update", """{"event": "DR-1", "text": "News"}""");
        using var page = await bot.GetAsync("/events");
        var html = await page.Content.ReadAsStringAsync(Cancel);
        Assert.Equal((200, true), (status, html.Contains("LPAR1DR", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_press_with_the_event_of_another_tenant_finds_nothing()
    {
        await using var bot = await RunningBot.StartAsync(Systems);
        await bot.DeliverAsync(ActivityJson.Message("declare a failover for LPAR1: the site is down"));
        var one = Assert.Single(await EventsAsync(bot));
        var other = new JsonObject
        {
            ["id"] = "a:mallory",
            ["conversationType"] = "personal",
            ["tenantId"] = "ffffffff-0000-0000-0000-000000000000",
        };
        var data = new JsonObject
        {
            ["event"] = one.Id.ToString("N"),
            ["version"] = "1",
            ["to"] = "Cancelled",
        };
        foreach (var verb in new[] { "event.show", "event.step", "event.say", "event.announce", "event.deliveries" })
        {
            var (_, body) = await bot.DeliverAsync(
                ActivityJson
                    .Press(verb, (JsonObject)data.DeepClone())
                    .With("id", verb)
                    .With("replyToId", "9")
                    .With("conversation", other.DeepClone()));
            Assert.DoesNotContain("LPAR1", body?.ToJsonString() ?? "", StringComparison.Ordinal);
        }

        Assert.Equal(1, Assert.Single(await EventsAsync(bot)).Version);
    }

    private static Task<List<RecoveryEvent>> EventsAsync(RunningBot bot) =>
        bot.ReadAsync(async db => (await new RecoveryStore(db).SinceAsync(DateTimeOffset.MinValue, 100, Cancel)).ToList());
}
