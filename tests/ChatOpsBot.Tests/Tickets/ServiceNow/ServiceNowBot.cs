using ChatOpsBot.Sandbox.ServiceNow;
using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Tickets.ServiceNow;

/// <summary>The whole bot, with its tickets at a <see cref="FakeServiceNow"/>.</summary>
internal sealed class ServiceNowBot : IAsyncDisposable
{
    public const string Secret = "a secret that is as long as it has to be";

    private ServiceNowBot(FakeServiceNow instance, RunningBot bot) => (Instance, Bot) = (instance, bot);

    public FakeServiceNow Instance { get; }

    public RunningBot Bot { get; }

    public static (string Key, string Value)[] SettingsOf(FakeServiceNow instance) =>
    [
        .. instance.Settings.ExceptBy(["Desk:Kind"], it => it.Key),
        ("Desk:ServiceNow:WebhookSecret", Secret),
    ];

    /// <param name="settings">Beside those of the instance; without any, all requests go there.</param>
    public static async Task<ServiceNowBot> StartAsync(params (string Key, string Value)[] settings)
    {
        var clock = new BotClock();
        var instance = await FakeServiceNow.StartAsync(clock);
        var bot = await RunningBot.StartAsync(
            [.. SettingsOf(instance).ExceptBy(settings.Select(it => it.Key), it => it.Key), .. settings.Length == 0 ? [("Desk:Kind", "ServiceNow")] : settings]);
        clock.Bot = bot;
        return new(instance, bot);
    }

    /// <summary>Somebody at the desk changes the only ticket, a minute later, and the bot sees it.</summary>
    public async Task WorkAsync(params (string Column, string Value)[] columns)
    {
        Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        Instance.Tables.Work(Instance.Tables.Only["sys_id"], "beth", columns);
        await Bot.SettleAsync();
        Bot.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Instance.DisposeAsync();
    }

    // The instance is there before the bot whose clock it has.
    private sealed class BotClock : TimeProvider
    {
        public RunningBot? Bot { get; set; }

        public override DateTimeOffset GetUtcNow() => Bot?.Clock.GetUtcNow() ?? DateTimeOffset.UnixEpoch;
    }
}
