using System.Globalization;

namespace ChatOpsBot.Tests.Chats.Notation;

/// <summary>
/// What Teams does, and what happens to the bot:
/// <code>
/// (again) (again with a new id)             Teams delivers the last activity again
/// (adds the bot) (upgrades the bot) (removes the bot)
/// (loses the card)                          the card that changed last is gone
/// (restart)                                 the bot ends and starts again on the same database
/// (10 minutes pass)
/// </code>
/// </summary>
internal static class TeamsLines
{
    public static IReadOnlyList<ChatLine> All { get; } =
    [
        new(@"\(again\)", (stage, _) => stage.AgainAsync(newId: false)),
        new(@"\(again with a new id\)", (stage, _) => stage.AgainAsync(newId: true)),
        new(@"\(adds the bot\)", (stage, _) => stage.InstallAsync("add")),
        new(@"\(upgrades the bot\)", (stage, _) => stage.InstallAsync("add-upgrade")),
        new(@"\(removes the bot\)", (stage, _) => stage.InstallAsync("remove")),
        new(@"\(loses the card\)", (stage, _) => stage.LoseCard()),
        new(@"\(restart\)", (stage, _) => stage.Bot.RestartAsync()),
        new(@"\((?<count>\d+) minutes pass\)", (stage, said) => PassAsync(stage, int.Parse(said["count"].Value, CultureInfo.InvariantCulture))),
    ];

    private static Task PassAsync(ChatStage stage, int minutes)
    {
        stage.Bot.Clock.Advance(TimeSpan.FromMinutes(minutes));
        return stage.Bot.SettleAsync();
    }
}
