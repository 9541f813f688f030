using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>Events for the page of a running bot.</summary>
internal static class SampleWall
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<RecoveryEvent> DeclareAsync(
        RunningBot bot, string? tenant = null, RecoveryKind kind = RecoveryKind.UnplannedFailover)
    {
        await using var db = await OpenAsync(bot);
        var (store, at) = (new RecoveryStore(db), bot.Clock.GetUtcNow());
        var declaration = new Declaration { Kind = kind, Systems = [new("LPAR1", "LPAR1DR")], By = new("aad-ana", "Ana"), Tenant = tenant };
        var change = new EventTransitions(new()).Declare(declaration, [], await store.NextNumberAsync(Cancel), at);
        return await KeepAsync(db, Assert.IsType<RecoveryChange.Done>(change).Event, at);
    }

    public static async Task<RecoveryEvent> SayAsync(RunningBot bot, RecoveryEvent drEvent, string text)
    {
        await using var db = await OpenAsync(bot);
        return await KeepAsync(db, drEvent.Say(text, null, bot.Clock.GetUtcNow(), new()), bot.Clock.GetUtcNow());
    }

    private static async Task<RecoveryEvent> KeepAsync(BotDb db, RecoveryEvent drEvent, DateTimeOffset at)
    {
        await new RecoveryStore(db).PutAsync(drEvent, null, at, Cancel);
        await db.SaveChangesAsync(Cancel);
        return drEvent;
    }

    private static Task<BotDb> OpenAsync(RunningBot bot) =>
        bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancel);
}
