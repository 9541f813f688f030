using ChatOpsBot.Sandbox;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Tickets.Page;

/// <summary>Who gets a link to the desk's page in the chat, and what becomes of the ticket there is seen in the chat.</summary>
public sealed class DeskPageChatTests
{
    private static readonly (string, string)[] Settings =
        [("Approvals:Roles:desk:0", "aad-ben"), ("Approvals:Roles:desk:1", "aad-guest"), ("Approvals:Roles:administrator:0", "aad-ada")];

    private static int _ids = 7000;

    [Theory]
    [InlineData("open the desk", "Your link to the desk's page: http://127.0.0.1")]
    [InlineData("Could you please open the desk page?", "Your link to the desk's page: http://127.0.0.1")]
    [InlineData("Desk öffnen", "Ihr Link zur Seite des Desks: http://127.0.0.1")]
    [InlineData("Ticketseite", "Ihr Link zur Seite des Desks: http://127.0.0.1")]
    public async Task Whoever_holds_the_role_gets_one(string said, string answer)
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        var ben = bot.Colleague("ben");
        await ben.SaysAsync(said);
        Assert.StartsWith(answer, ben.Texts[^1], StringComparison.Ordinal);
        Assert.Contains("/desk.", ben.Texts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_does_not_is_told_who_can_give_it_and_gets_one_once_they_hold_it()
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        var eve = bot.Colleague("eve");
        await eve.SaysAsync("open the desk");
        Assert.Contains("people with the role desk", eve.Texts[^1], StringComparison.Ordinal);

        await SaysAsync(bot, "ada", "@bot grant desk to @eve");
        Assert.Equal("Eve now has the role desk.", bot.Teams.Messages[^1].Text);
        await eve.SaysAsync("open the desk");
        Assert.Contains("Your link", eve.Texts[^1], StringComparison.Ordinal);

        await SaysAsync(bot, "ada", "@bot revoke the desk role from @eve");
        await eve.SaysAsync("open the desk");
        Assert.Contains("people with the role desk", eve.Texts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_channel_nobody_gets_one()
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        await SaysAsync(bot, "ben", "@bot open the desk");
        Assert.Contains("for you alone", bot.Teams.Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_gets_none_though_settings_list_them()
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        var said = ChatActivity.Said(new ChatPlace(ChatPlace.Personal, "ben", "en-US"), "1", "open the desk");
        said["from"]!["userRole"] = "guest";
        await bot.DeliverAsync(said);
        Assert.Contains("for members of this company", bot.Teams.Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_of_another_tenant_gets_none()
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        var said = ChatActivity.Said(new ChatPlace(ChatPlace.Personal, "ben", "en-US"), "1", "open the desk");
        said["from"]!["tenantId"] = "99999999-0000-0000-0000-000000000000";
        await bot.DeliverAsync(said);
        Assert.Contains("for members of this company", bot.Teams.Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_Teams_does_not_say_who_somebody_is_they_get_none()
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        var ben = bot.Colleague("ben");
        bot.Teams.NextLookup(FakeFault.Refuse(500));
        await ben.SaysAsync("open the desk");
        Assert.Contains("ask again in a minute", ben.Texts[^1], StringComparison.Ordinal);
        bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await ben.SaysAsync("open the desk");
        Assert.Contains("Your link", ben.Texts[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add a note to the desk")]
    [InlineData("give it to the desk")]
    [InlineData("show me the desk of my ticket")]
    [InlineData("remove the ticket from the desk")]
    [InlineData("who is at the desk")]
    public async Task Words_about_the_desk_are_no_order_about_its_role(string said)
    {
        await using var bot = await RunningBot.StartAsync(Settings);
        var ada = bot.Colleague("ada");
        await ada.SaysAsync(said);
        Assert.DoesNotContain("role", ada.Texts is [.., var text] ? text : "", StringComparison.Ordinal);
        Assert.DoesNotContain("Roles", bot.CardsOf("ada") is [.., var card] ? card.Card.InWords() : "", StringComparison.Ordinal);
    }

    private static async Task SaysAsync(RunningBot bot, string who, string said) =>
        await bot.DeliverAsync(ChatActivity.Said(new ChatPlace("#dr", who, "en-US"), $"{Interlocked.Increment(ref _ids)}", said));
}
