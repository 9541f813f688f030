using System.Text.Json.Nodes;
using ChatOpsBot.Storage;
using ChatOpsBot.Tests.Chats;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>
/// A bot in the channels of one team. Teams tells names to whoever asks, and no name with what people say. There are no tenants: of events
/// without one the page tells whoever sits at this machine.
/// </summary>
internal static class NamedChannels
{
    public const string Team = "19:team@thread.tacv2";
    public const string DrRoom = "19:dr@thread.tacv2";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Somebody says it in a channel.</summary>
    public static Task SayAsync(this RunningBot bot, string text, string channel, string locale = "en-US") =>
        bot.DeliverAsync(In(ActivityJson.Message(text).With("locale", locale), channel));

    /// <summary>The app is added to the team.</summary>
    public static Task InstallAsync(this RunningBot bot) =>
        bot.DeliverAsync(In(ActivityJson.Activity("installationUpdate").With("action", "add"), Team));

    /// <summary>What a channel and its team are called, as far as the bot knows.</summary>
    public static async Task<(string? Team, string? Channel)> NamesAsync(this RunningBot bot, string channel)
    {
        var row = await bot.OnDatabaseAsync(db => db.Channels.AsNoTracking().SingleAsync(it => it.Id == channel, Cancel));
        return (row.TeamName, row.Name);
    }

    /// <summary>The card that came last, in words.</summary>
    public static string LastCard(this RunningBot bot) => CardPicture.Of(bot.Teams.Messages[^1].Card!);

    /// <summary>What was asked about teams.</summary>
    public static IReadOnlyList<string> Asked(this RunningBot bot) =>
        [
            .. bot
                .Teams.Received.Select(call => Uri.UnescapeDataString(call.Target))
                .Where(target => target.Contains("/v3/teams/", StringComparison.Ordinal)),
        ];

    public static BotDb OpenDatabase(this RunningBot bot) => bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContext();

    public static async Task<T> OnDatabaseAsync<T>(this RunningBot bot, Func<BotDb, Task<T>> work)
    {
        await using var db = bot.OpenDatabase();
        return await work(db);
    }

    /// <summary>An event of LPAR1, declared and sent on its way.</summary>
    public static async Task DeclareAsync(this RunningBot bot)
    {
        await bot.OnDatabaseAsync(async db =>
        {
            await FakeAudience.KeepAsync(db, FakeAudience.Declare(bot.Clock.GetUtcNow()), bot.Clock.GetUtcNow());
            return true;
        });
        await bot.SettleAsync();
    }

    private static JsonObject In(JsonObject activity, string channel)
    {
        activity["id"] = Guid.NewGuid().ToString();
        activity["conversation"] = new JsonObject
        {
            ["id"] = $"{channel};messageid=1",
            ["conversationType"] = "channel",
            ["isGroup"] = true,
        };
        activity["channelData"] = new JsonObject
        {
            ["team"] = new JsonObject { ["id"] = Team },
            ["channel"] = new JsonObject { ["id"] = channel },
        };
        return activity;
    }
}
