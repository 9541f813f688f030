using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>A DR event among other things that people do with the bot.</summary>
public sealed class AskedAndTypedTests
{
    private static readonly (string, string)[] Systems =
        [("Systems:Lpars:0:Name", "LPAR1"), ("Systems:Lpars:0:Production", "true"), ("Systems:Lpars:0:DrPartner", "LPAR1DR")];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("note: it must not be done before 18:00")]
    [InlineData("fix: the library is ORDERS2")]
    [InlineData("Hinweis: nicht vor 18:00")]
    public async Task What_is_typed_into_an_open_form_is_not_told_to_every_channel(string typed)
    {
        await using var bot = await RunningBot.StartAsync(Systems);
        var ana = bot.Colleague("ana");
        await ana.SaysAsync("declare a failover for LPAR1: the site is down");
        await bot.SettleAsync();
        await ana.SaysAsync("restore library ORDERS on LPAR1");
        await ana.SaysAsync(typed);
        await bot.SettleAsync();
        Assert.Equal("the site is down", Assert.Single((await OnlyAsync(bot)).Timeline).Text);
    }

    [Fact]
    public async Task A_denial_is_answered_where_no_form_is_open_and_belongs_to_the_form_where_one_is()
    {
        await using var bot = await RunningBot.StartAsync(Systems);
        var ana = bot.Colleague("ana");

        await ana.SaysAsync("please do not fail over LPAR1: the storage came back");
        Assert.StartsWith("Nothing is declared", ana.Texts[^1], StringComparison.Ordinal);

        await ana.SaysAsync("restore library ORDERS on LPAR1");
        await ana.SaysAsync("we do not fail over LPAR1, it is this library alone");
        Assert.Single(ana.Texts, text => text.StartsWith("Nothing is declared", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_approver_who_cannot_be_reached_keeps_no_other_from_being_asked_again()
    {
        await using var bot = await RunningBot.StartAsync([
            .. Systems,
            ("Approvals:Roles:dr-authority:0", "aad-eva"),
            ("Approvals:Roles:dr-authority:1", "aad-ben"),
        ]);
        bot.Change = services => services.AddHttpClient("Teams").AddHttpMessageHandler(() => new NoNewChat());
        await bot.RestartAsync();
        var (ana, eva) = (bot.Colleague("ana"), new ChatPlace(ChatPlace.Personal, "eva", "en-US"));
        await bot.DeliverAsync(ChatActivity.Installed(eva, "1", "add"));
        var before = Asked();
        await ana.SaysAsync("declare a failover for LPAR1: the site is down");
        await bot.SettleAsync();
        for (var minute = 0; minute < 30; minute++)
        {
            bot.Clock.Advance(TimeSpan.FromMinutes(1));
            await bot.SettleAsync();
        }

        var asked = Asked() - before;
        Assert.True(asked >= 3, $"In half an hour Eva was asked {asked} times, where it is every five minutes.");

        int Asked() => bot.Teams.Messages.Count(message => message.ConversationId == eva.ConversationId);
    }

    [Fact]
    public async Task Whoever_declared_it_is_reminded_where_that_was()
    {
        await using var bot = await RunningBot.StartAsync(Systems);
        await bot.Colleague("ana").SaysAsync("declare a failover for LPAR1: the site is down");
        await bot.SettleAsync();
        var home = await OriginAsync(bot);
        await bot.DeliverAsync(ChatActivity.Said(new ChatPlace("#ops", "ana", "en-US"), "77", "update DR-1: switching now"));
        await bot.SettleAsync();
        Assert.Equal(2, (await OnlyAsync(bot)).Timeline.Count);
        Assert.Equal(home, await OriginAsync(bot));
    }

    /// <summary>No personal chat opens, now or later; those that are open take everything.</summary>
    private sealed class NoNewChat : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.EndsWith("/v3/conversations", StringComparison.Ordinal)
                ? Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.InternalServerError))
                : base.SendAsync(request, cancellationToken);
    }

    private static Task<RecoveryEvent> OnlyAsync(RunningBot bot) =>
        bot.ReadAsync(async db => (await new RecoveryStore(db).FindByNumberAsync(1, Cancel))!);

    private static Task<string?> OriginAsync(RunningBot bot) => bot.ReadAsync(async db =>
    {
        var store = new RecoveryStore(db);
        return await store.OriginAsync((await store.FindByNumberAsync(1, Cancel))!.Id, Cancel);
    });
}
