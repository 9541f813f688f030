using System.Net.Http.Headers;
using ChatOpsBot.Sandbox;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using static ChatOpsBot.Tests.Recovery.NamedChannels;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>Channels are shown by their names, though what is said there comes without.</summary>
public sealed class ChannelNameTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_channel_that_begins_to_follow_is_shown_by_its_name_and_its_teams()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync("follow LPAR1", DrRoom);
        Assert.Empty(bot.Asked());
        Assert.Equal((null, null), await bot.NamesAsync(DrRoom));

        await bot.DeclareAsync();
        await bot.SayAsync("deliveries DR-1", DrRoom);

        Assert.Equal([$"/emea/v3/teams/{Team}", $"/emea/v3/teams/{Team}/conversations"], bot.Asked());
        Assert.Contains("Operations › DR room\nsent", bot.LastCard(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "deliveries DR-1", "Operations › General\nsent")]
    [InlineData("de-DE", "Zustellungen DR-1", "Operations › Allgemein\ngesendet")]
    public async Task The_General_channel_is_called_by_the_word_of_each_language(string locale, string question, string line)
    {
        await using var bot = await StartAsync();
        await bot.SayAsync("follow LPAR1", Team);
        await bot.DeclareAsync();
        await bot.SayAsync(question, Team, locale);

        Assert.Equal(("Operations", Channel.General), await bot.NamesAsync(Team));
        Assert.Contains(line, bot.LastCard(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Operations › General")]
    [InlineData("de", "Operations › Allgemein")]
    public async Task The_page_of_events_calls_them_the_same(string language, string name)
    {
        await using var bot = await StartAsync();
        await bot.SayAsync("follow LPAR1", Team);
        await bot.SettleAsync();
        bot.Teams.Next(FakeFault.Refuse(403, "NotEnoughPermissions"));
        await bot.DeclareAsync();

        Assert.Contains(name, await PageAsync(bot, language), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_General_channel_that_people_renamed_has_that_name()
    {
        await using var bot = await StartAsync();
        bot.Teams.AddTeam(Team, "Operations", (Team, "Lobby"));
        await bot.SayAsync("follow LPAR1", Team);
        await bot.SettleAsync();
        Assert.Equal(("Operations", "Lobby"), await bot.NamesAsync(Team));
    }

    [Fact]
    public async Task A_team_that_does_not_answer_is_asked_once_an_hour()
    {
        await using var bot = await StartAsync();
        bot.Teams.Always(FakeFault.Refuse(403, "BotNotInConversationRoster"));
        await bot.SayAsync("follow LPAR1", DrRoom);
        await bot.SettleAsync();
        bot.Teams.AcceptAgain();
        await bot.SayAsync("follow LPAR1", "19:ops@thread.tacv2");
        await bot.SettleAsync();
        Assert.Single(bot.Asked());

        bot.Clock.Advance(TimeSpan.FromHours(1));
        await bot.SettleAsync();
        Assert.Equal(("Operations", "DR room"), await bot.NamesAsync(DrRoom));
        Assert.Equal(("Operations", "Ops"), await bot.NamesAsync("19:ops@thread.tacv2"));
        Assert.Equal(3, bot.Asked().Count);
    }

    [Fact]
    public async Task A_channel_that_its_team_does_not_list_keeps_no_other_waiting()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync("follow LPAR1", "19:private@thread.tacv2");
        await bot.SettleAsync();
        await bot.SayAsync("follow LPAR1", DrRoom);
        await bot.SettleAsync();
        Assert.Equal(("Operations", null), await bot.NamesAsync("19:private@thread.tacv2"));
        Assert.Equal(("Operations", "DR room"), await bot.NamesAsync(DrRoom));

        var before = bot.Asked().Count;
        await bot.SettleAsync();
        Assert.Equal(before, bot.Asked().Count);
        bot.Clock.Advance(TimeSpan.FromHours(1));
        await bot.SettleAsync();
        Assert.Equal(before + 1, bot.Asked().Count);
    }

    [Fact]
    public async Task By_itself_it_asks_at_the_start_and_when_a_channel_begins_to_follow()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync("follow LPAR1", DrRoom);
        bot.WorksByItself = true;
        await bot.RestartAsync();
        await bot.UntilAsync(() => NameOf(bot, DrRoom) == "DR room");

        await bot.SayAsync("follow LPAR1", Team);
        await bot.UntilAsync(() => NameOf(bot, Team) == Channel.General);
        Assert.True(bot.Clock.GetUtcNow() < bot.Clock.Start.AddMinutes(30));
    }

    [Fact]
    public async Task A_channel_of_the_settings_has_its_name_once_the_app_is_in_its_team()
    {
        await using var bot = await RunningBot.StartAsync(
            ("Systems:Lpars:0:Name", "LPAR1"), ("Systems:Lpars:0:Production", "true"),
            ("Recovery:Channels:0:Channel", DrRoom), ("Recovery:Channels:0:Team", Team), ("Recovery:Channels:0:Systems:0", "*"));
        bot.Teams.AddTeam(Team, "Operations", (DrRoom, "DR room"));
        await bot.SettleAsync();
        Assert.Empty(bot.Asked());

        bot.WorksByItself = true;
        await bot.RestartAsync();
        await bot.InstallAsync();
        await bot.UntilAsync(() => NameOf(bot, DrRoom) == "DR room");
        Assert.True(bot.Clock.GetUtcNow() < bot.Clock.Start.AddMinutes(30));
    }

    private static async Task<RunningBot> StartAsync()
    {
        var bot = await RunningBot.StartAsync();
        bot.Teams.AddTeam(Team, "Operations", (DrRoom, "DR room"), ("19:ops@thread.tacv2", "Ops"));
        return bot;
    }

    private static string? NameOf(RunningBot bot, string channel)
    {
        using var db = bot.OpenDatabase();
        return db.Channels.Where(row => row.Id == channel).Select(row => row.Name).SingleOrDefault();
    }

    private static async Task<string> PageAsync(RunningBot bot, string language)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        return await http.GetStringAsync(new Uri(bot.Address, "events"), Cancel);
    }
}
