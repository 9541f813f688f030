using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>Channels that settings make follow.</summary>
public sealed class ChannelSettingsTests
{
    private const string Dr = "19:dr@thread.tacv2";
    private const string Team = "19:team@thread.tacv2";

    private static readonly (string, string)[] Two =
    [
        ("Recovery:Channels:0:Channel", Dr), ("Recovery:Channels:0:Team", Team), ("Recovery:Channels:0:Name", "DR room"),
        ("Recovery:Channels:0:Systems:0", "lpar1"), ("Recovery:Channels:0:Systems:1", "LPAR1DR"),
        ("Recovery:Channels:1:Channel", "19:wall@thread.tacv2"), ("Recovery:Channels:1:Systems", "*"),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Listed_channels_follow_from_the_start()
    {
        await using var bot = await RunningBot.StartAsync([.. ChatSystems.Settings, .. Two]);
        var rows = await ReadAsync(bot, db => db.Subscriptions.OrderBy(row => row.ChannelId).ThenBy(row => row.System).ToListAsync(Cancel));
        Assert.Equal(
            [(Dr, "LPAR1"), (Dr, "LPAR1DR"), ("19:wall@thread.tacv2", Subscription.Everything)],
            rows.Select(row => (row.ChannelId, row.System)));
        Assert.All(rows, row => Assert.True(row.IsFromSettings));

        await bot.RestartAsync();
        Assert.Equal(3, await ReadAsync(bot, db => db.Subscriptions.CountAsync(Cancel)));
    }

    [Fact]
    public async Task The_way_there_is_filled_in_once_the_bot_is_installed_in_its_team()
    {
        await using var bot = await RunningBot.StartAsync([.. ChatSystems.Settings, .. Two]);
        await bot.DeliverAsync(ActivityJson.Activity("installationUpdate").With("action", "add"));
        Assert.All(await ReadAsync(bot, db => db.Channels.ToListAsync(Cancel)), channel => Assert.Equal("", channel.ServiceUrl));

        await bot.InstallAsync();
        var channels = await ReadAsync(bot, db => db.Channels.ToDictionaryAsync(channel => channel.Id, Cancel));
        Assert.Equal((bot.Teams.ServiceUrl, ActivityJson.BotId), (channels[Dr].ServiceUrl, channels[Dr].BotId));
        Assert.Equal("", channels["19:wall@thread.tacv2"].ServiceUrl);
    }

    [Fact]
    public async Task The_way_there_is_filled_in_at_the_start_when_the_bot_was_installed_before()
    {
        await using var bot = await RunningBot.StartAsync([.. ChatSystems.Settings, .. Two]);
        await bot.InstallAsync();
        await ReadAsync(bot, db => db.Channels.ExecuteDeleteAsync(Cancel));
        await bot.RestartAsync();
        Assert.Equal(
            bot.Teams.ServiceUrl,
            await ReadAsync(
                bot, db => db.Channels.Where(channel => channel.Id == Dr).Select(channel => channel.ServiceUrl).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task What_settings_list_is_shown_and_cannot_be_ended_in_a_chat()
    {
        await using var player = new ChatPlayer(await ChatStage.StartWithAsync(Two));
        var chat = await player.PlayAsync("""
            in #dr:
            ana: @bot what do we follow?
            ana: @bot stop following
            (sends following.stop system=LPAR1)

            """);
        Assert.Equal("""
            in #dr:
            ana: @bot what do we follow?
            bot: card This channel follows
                 LPAR1 · set in the bot's settings; cannot be changed here
                 LPAR1DR · set in the bot's settings; cannot be changed here
            ana: @bot stop following
            bot: card This channel follows
                 Set in the bot's settings, cannot be changed here: LPAR1, LPAR1DR.
                 LPAR1 · set in the bot's settings; cannot be changed here
                 LPAR1DR · set in the bot's settings; cannot be changed here
            (sends following.stop system=LPAR1)
            bot: changes the card to This channel follows
                 Set in the bot's settings, cannot be changed here: LPAR1.
                 LPAR1 · set in the bot's settings; cannot be changed here
                 LPAR1DR · set in the bot's settings; cannot be changed here

            """, chat);
    }

    [Fact]
    public async Task Others_are_told_who_may()
    {
        await using var player = new ChatPlayer(await ChatStage.StartWithAsync(("Approvals:Roles:dr-coordinator:0", "aad-eva")));
        var chat = await player.PlayAsync("""
            in #dr:
            ana: @bot follow LPAR1
            eva: @bot follow LPAR1
            (adds the bot)
            ben: @bot stop following
            (ben presses "Stop following LPAR1" on the card "This channel follows")
            ben: @bot what do we follow?
            eva: @bot stop following

            """);
        Assert.Equal(1, Count(chat, "Only people with this role can change what this channel follows: dr-coordinator or dr-authority."));
        Assert.Equal(
            2,
            Count(
                chat,
                "Only Eva, who added me to this team, and people with this role can change what this channel follows: dr-coordinator or dr-authority."));
        Assert.Equal(1, Count(chat, "(notice) Only Eva"));
        Assert.Equal(1, Count(chat, "It no longer follows LPAR1."));
        Assert.Contains(
            player.Stage.Bot.Log.Lines,
            line => line.Contains($"Channel {Dr} no longer follows LPAR1, ended by aad-eva.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_added_the_app_to_the_team_may()
    {
        await using var player = new ChatPlayer(await ChatStage.StartWithAsync(("Approvals:Roles:dr-coordinator:0", "aad-eva")));
        var chat = await player.PlayAsync("in #dr:\n(adds the bot)\nana: @bot follow LPAR1\n");
        Assert.Contains("DR events of LPAR1 are announced here from now on.", chat, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_are_told_at_once_with_their_keys()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningBot.StartAsync(
        [
            .. ChatSystems.Settings,
            ("Recovery:Channels:0:Systems:0", "LPAR1"),
            ("Recovery:Channels:1:Channel", "general"), ("Recovery:Channels:1:Systems", "LPAR9"), ("Recovery:Channels:1:Systms", "LPAR1"),
            ("Recovery:Channels:2:Channel", Dr), ("Recovery:Channels:2:Team", "Operations"), ("Recovery:Channels:2:Systems:0", "LPAR2"),
            ("Recovery:Channels:3:Channel", Dr),
            ("Recovery:Channels:4", "everything"),
        ]));
        string[] named =
        [
            "Recovery:Channels:0:Channel is missing", "Recovery:Channels:1:Channel is 'general'",
            "Recovery:Channels:1:Systems holds 'LPAR9'; the systems with a DR side are LPAR1, LPAR1DR.",
            "Recovery:Channels:1:Systms: unknown setting", "Recovery:Channels:2:Team is 'Operations'",
            "Recovery:Channels:2:Systems holds 'LPAR2', which has no DR add-on", "Recovery:Channels:3:Systems is missing",
            "Recovery:Channels:3: 19:dr@thread.tacv2 is listed more than once.", "Recovery:Channels:4 must be a group",
        ];
        Assert.Equal(named.Length, fault.Failures.Count());
        Assert.All(named, name => Assert.Contains(fault.Failures, failure => failure.Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task One_value_where_the_list_belongs_is_told()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningBot.StartAsync(("Recovery:Channels", Dr)));
        Assert.Equal(["Recovery:Channels must be a list; its first item is Recovery:Channels:0."], fault.Failures);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static async Task<T> ReadAsync<T>(RunningBot bot, Func<BotDb, Task<T>> read)
    {
        await using var db = await bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancel);
        return await read(db);
    }
}
