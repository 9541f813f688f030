using ChatOpsBot.Domain.People.Roles;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Storage.People;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Security;

/// <summary>Roles that administrators grant in chats, where settings name the administrators.</summary>
public sealed class RoleTests
{
    private static readonly (string, string)[] Settings =
    [
        ("Approvals:RequiredFor:0", "restore"),
        ("Approvals:Roles:restore-approver:0", "aad-carla"),
        ("Approvals:Roles:administrator:0", "aad-ada"),
    ];

    private static int _ids = 5000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_granted_the_role_may_approve_from_then_on_and_no_longer_when_it_is_revoked()
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        var (ana, ben) = (await bot.WithRiskyReviewAsync(), bot.Colleague("ben"));
        await ana.SendsWithRiskAsync();
        await bot.SettleAsync();
        var key = (await bot.RequestAsync()).Key;
        await ben.SaysAsync($"approve {key}");
        Assert.DoesNotContain(bot.Teams.Messages, message => message.ConversationId == "a:29:ben" && message.Card is not null);

        Assert.Equal("Ben now has the role restore-approver.", await SaysAsync(bot, "ada", "@bot grant restore-approver to @ben"));
        await ben.SaysAsync($"approve {key}");
        await ben.PressesAsync("Approve");
        await bot.SettleAsync();
        Assert.Equal("aad-ben", Assert.Single((await bot.RequestAsync()).Decisions).By.Id);

        await SaysAsync(bot, "ada", "@bot revoke restore-approver from @ben");
        Assert.DoesNotContain("aad-ben", Held(bot)["restore-approver"]);
    }

    [Theory]
    [InlineData("eve", "@bot grant restore-approver to @ben", "Only administrators can change roles: Account aad-ada.")]
    [InlineData("eve", "@bot make me administrator", "Only administrators can change roles: Account aad-ada.")]
    [InlineData("ada", "@bot grant restore-approver to me", "Nobody can give themselves a role")]
    [InlineData("ada", "@bot grant restore-approver to @ada", "Nobody can give themselves a role")]
    [InlineData("ada", "@bot revoke restore-approver from @carla", "It can only be removed there, in Approvals:Roles:restore-approver.")]
    [InlineData("ada", "@bot grant restore-approver to @guest", "cannot hold a role")]
    [InlineData("ada", "@bot grant restore-approver to @nobody", "Teams does not know Nobody")]
    public async Task Nothing_changes_where_it_may_not(string who, string said, string answer)
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        Assert.Contains(answer, await SaysAsync(bot, who, said), StringComparison.Ordinal);
        Assert.Empty(await bot.ReadAsync(db => new RoleStore(db).AllAsync(Cancel)));
    }

    [Fact]
    public async Task A_guest_who_is_listed_changes_nothing()
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        var said = ChatActivity.Said(new ChatPlace("#dr", "ada", "en-US"), "1", "@bot grant restore-approver to @ben");
        said["from"]!["userRole"] = "guest";
        await bot.DeliverAsync(said);
        Assert.Contains("Only members of this company", bot.Teams.Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_the_sender_edited_grants_to_whom_the_mention_means()
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        var said = ChatActivity.Said(new ChatPlace("#dr", "ada", "en-US"), "1", "@bot grant restore-approver to @ben");
        said["text"] = ((string)said["text"]!).Replace(">Ben<", ">Carla<", StringComparison.Ordinal);
        said["entities"]![1]!["text"] = "<at>Carla</at>";
        await bot.DeliverAsync(said);
        Assert.Equal("Ben now has the role restore-approver.", bot.Teams.Messages[^1].Text);
    }

    [Fact]
    public async Task Where_Teams_does_not_say_who_is_meant_nothing_is_changed_and_it_can_be_said_again()
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        // Teams is asked about both people, the one who says it and the one who is meant.
        bot.Teams.NextLookup(FakeFault.Refuse(500), FakeFault.Refuse(500));
        const string Said = "@bot grant restore-approver to @ben";
        Assert.Contains("so nothing was changed", await SaysAsync(bot, "ada", Said), StringComparison.Ordinal);
        Assert.Equal("Ben now has the role restore-approver.", await SaysAsync(bot, "ada", Said));
    }

    [Fact]
    public async Task What_another_instance_granted_counts_here_within_seconds_and_after_a_restart()
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        bot.WorksByItself = true;
        await bot.RestartAsync();
        await bot.ReadAsync(async db =>
        {
            var grant = new RoleGrant("dr-authority", new("aad-ben", "Ben"), new("aad-ada", "Ada"), bot.Clock.GetUtcNow());
            new RoleStore(db).Grant(grant, 0);
            return await db.SaveChangesAsync(Cancel);
        });
        Assert.False(Held(bot).ContainsKey("dr-authority"));
        for (var look = 0; look < 200 && !Held(bot).ContainsKey("dr-authority"); look++)
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, Cancel);
        }

        Assert.Equal(["aad-ben"], Held(bot)["dr-authority"]);
        await bot.RestartAsync();
        Assert.Equal(["aad-ben"], Held(bot)["dr-authority"]);
    }

    [Fact]
    public async Task Somebody_who_is_forgotten_keeps_the_role_without_the_name()
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        await SaysAsync(bot, "ada", "@bot grant restore-approver to @ben");
        var ben = bot.Colleague("ben");
        await ben.SaysAsync("forget me");
        await ben.PressesAsync("Yes, forget me");
        var grant = Assert.Single(await bot.ReadAsync(db => new RoleStore(db).AllAsync(Cancel)));
        Assert.Equal(("aad-ben", "aad-ben", "Ada"), (grant.Holder.Id, grant.Holder.Name, grant.By.Name));
    }

    private static RoleDictionary Held(RunningBot bot) => bot.Services.GetRequiredService<RoleDictionary>();

    private static async Task<string> SaysAsync(RunningBot bot, string who, string said)
    {
        var place = new ChatPlace("#dr", who, "en-US");
        await bot.DeliverAsync(ChatActivity.Said(place, $"{Interlocked.Increment(ref _ids)}", said));
        return bot.Teams.Messages[^1].Text ?? "";
    }
}
