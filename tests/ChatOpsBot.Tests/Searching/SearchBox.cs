using System.Text.Json.Nodes;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using ChatOpsBot.Storage.Requests;
using ChatOpsBot.Tests.Host;
using ChatOpsBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Searching;

/// <summary>The compose box of somebody in some chat, in front of a running bot; and what lies in the bot's database to be found.</summary>
internal static class SearchBox
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<FoundList> SearchAsync(
        this RunningBot bot,
        string command,
        string? text = null,
        int skip = 0,
        int count = 25,
        string person = "ana",
        string? tenant = null) => bot.AskAsync(ActivityJson.Search(command, text, skip, count).From(person, tenant));

    public static async Task<FoundList> AskAsync(this RunningBot bot, JsonObject activity)
    {
        var (status, body) = await bot.DeliverAsync(activity);
        return new(status, body);
    }

    public static JsonObject From(this JsonObject activity, string person, string? tenant = null)
    {
        activity["from"] = new JsonObject { ["id"] = $"29:{person}", ["name"] = person, ["aadObjectId"] = $"aad-{person}" };
        if (tenant is not null)
        {
            activity["conversation"]!["tenantId"] = tenant;
            activity["channelData"]!["tenant"]!["id"] = tenant;
        }

        return activity;
    }

    public static Task KeepAsync(this RunningBot bot, params IEnumerable<Request> requests) => bot.ChangeAsync(async db =>
    {
        foreach (var request in requests)
            await new RequestStore(db).PutAsync(request, new AuditEntry("filed", null), null, request.ChangedAt, Cancel);
    });

    public static Task KeepAsync(this RunningBot bot, params IEnumerable<RecoveryEvent> events) => bot.ChangeAsync(async db =>
    {
        foreach (var drEvent in events)
            await new RecoveryStore(db).PutAsync(drEvent, null, drEvent.DeclaredAt, Cancel);
    });

    public static RecoveryEvent Event(
        int number,
        RecoveryState state = RecoveryState.FailoverRunning,
        RecoveryKind kind = RecoveryKind.UnplannedFailover,
        string? tenant = ActivityJson.TenantId) =>
        new()
        {
            Id = Guid.NewGuid(),
            Number = number,
            Tenant = tenant,
            Kind = kind,
            State = state,
            Systems = [new($"SYS{number}", $"SYS{number}DR")],
            DeclaredBy = new("aad-eva", "Eva"),
            DeclaredAt = Monday,
            AnnouncedAt = Monday,
            Timeline = [new(TimelineKind.Declared, Monday, new("aad-eva", "Eva"), RecoveryState.Declared, "The power is gone.")],
            NextUpdate = Monday.AddMinutes(90),
            Zone = "Europe/Berlin",
        };

    private static async Task ChangeAsync(this RunningBot bot, Func<BotDb, Task> change)
    {
        await using var db = await bot.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancel);
        await change(db);
        await db.SaveChangesAsync(Cancel);
    }
}
