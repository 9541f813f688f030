using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Recovery.Announcing;

/// <summary>A bot with channels that follow LPAR1, and an event there.</summary>
internal sealed class AnnouncedBot : IAsyncDisposable
{
    private AnnouncedBot(RunningBot bot) => Bot = bot;

    public RunningBot Bot { get; }

    public FakeTeams Teams => Bot.Teams;

    public RecoveryEvent Event { get; private set; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<AnnouncedBot> StartAsync(int channels = 1, params (string Key, string Value)[] settings)
    {
        var bot = new AnnouncedBot(await RunningBot.StartAsync(settings));
        await bot.WriteAsync(db => FakeAudience.AddAsync(db, bot.Teams.ServiceUrl, channels, bot.Bot.Clock.GetUtcNow()));
        return bot;
    }

    /// <summary>Declares an event and brings it to its channels, as far as Teams lets it.</summary>
    public async Task<RecoveryEvent> DeclareAsync(RecoveryKind kind = RecoveryKind.UnplannedFailover, int number = 1)
    {
        await KeepAsync(FakeAudience.Declare(Bot.Clock.GetUtcNow(), number, kind));
        return Event;
    }

    public Task SayAsync(string text) => KeepAsync(FakeAudience.Say(Event, text, Bot.Clock.GetUtcNow()));

    public async Task KeepAsync(RecoveryEvent drEvent)
    {
        Event = drEvent;
        await WriteAsync(db => FakeAudience.KeepAsync(db, drEvent, Bot.Clock.GetUtcNow()));
        await Bot.SettleAsync();
    }

    /// <summary>Lets time pass, and what has become due be done.</summary>
    public async Task LaterAsync(TimeSpan span)
    {
        Bot.Clock.Advance(span);
        await Bot.SettleAsync();
    }

    public Task<ChatOpsBot.Storage.Recovery.Delivery> RowAsync(int channel = 0) =>
        ReadAsync(db =>
            db.Deliveries.AsNoTracking()
                .SingleAsync(row => row.ChannelId == FakeAudience.ChannelId(channel) && row.EventId == Event.Id, Cancel));

    public Task<Channel> ChannelAsync(int channel = 0) =>
        ReadAsync(db => db.Channels.AsNoTracking().SingleAsync(row => row.Id == FakeAudience.ChannelId(channel), Cancel));

    /// <summary>The announcements that stand in a channel.</summary>
    public IReadOnlyList<FakeMessage> Posts(int channel = 0) => [.. Messages(channel).Where(message => message.Card is not null)];

    /// <summary>What was said in the threads of a channel.</summary>
    public IReadOnlyList<string> Replies(int channel = 0) => [.. Messages(channel).Select(message => message.Text).OfType<string>()];

    public async Task<T> ReadAsync<T>(Func<BotDb, Task<T>> read)
    {
        await using var db = await Bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancel);
        return await read(db);
    }

    public Task WriteAsync(Func<BotDb, Task> write) => ReadAsync(async db =>
    {
        await write(db);
        return true;
    });

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    private IEnumerable<FakeMessage> Messages(int channel) =>
        Teams.Messages.Where(message => message.ConversationId.StartsWith(FakeAudience.ChannelId(channel), StringComparison.Ordinal));
}
