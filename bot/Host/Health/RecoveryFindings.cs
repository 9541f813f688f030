using ChatOpsBot.Application.Recovery.Announcing;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Leases;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.Health;

/// <summary>Who can move a DR event, and what channels have not got.</summary>
internal static class RecoveryFindings
{
    /// <summary>Two clocks may differ by that much.</summary>
    private static readonly TimeSpan MostOver = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whoever declared an event leads it once it is approved, and settings may name more; the others nobody has by themselves.
    /// </summary>
    public static IEnumerable<Finding> Roles(IServiceProvider services)
    {
        var policy = services.GetRequiredService<RecoveryPolicy>();
        var missing = RecoveryPolicy.RoleNames.Where(role => role.Key is not RecoveryRole.Coordinator && !IsListed(role.Value, policy))
            .Select(role => $"Approvals:Roles:{role.Value}").ToList();
        yield return missing switch
        {
            [] => new("DR events", FindingState.Good, "every role has somebody."),
            _ when policy.AnybodyWhereNobodyIsListed => new(
                "DR events",
                FindingState.Open,
                $"in local mode anybody can lead them; otherwise {string.Join(", ", missing)} must list people."),
            _ => new(
                "DR events",
                FindingState.Open,
                $"nobody is listed in {string.Join(", ", missing)}: only a program that reports events can take those steps, if any."),
        };
    }

    /// <param name="services">Their database is known to answer.</param>
    public static async Task<Finding> AnnouncementsAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancel);
        var following = await db.Channels.CountAsync(
            channel => channel.Status == ChannelStatus.Open && db.Subscriptions.Any(row => row.ChannelId == channel.Id), cancel);
        var closed = await db.Channels.CountAsync(
            channel => channel.Status != ChannelStatus.Open && db.Subscriptions.Any(row => row.ChannelId == channel.Id), cancel);
        var failed = await db.Deliveries.CountAsync(row => row.State == DeliveryState.Failed, cancel);
        var text = $"{following} channels follow; {closed} of them cannot be reached; {failed} deliveries failed.";
        return new(
            "announcements",
            closed + failed == 0 ? FindingState.Good : FindingState.Open,
            failed == 0 ? text : $"{text} For details run: deliveries DR-n.");
    }

    /// <param name="services">Their database is known to answer.</param>
    public static async Task<Finding> DispatcherAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancel);
        var lease = await new LeaseStore(db, DispatcherLease.Task).SeeAsync(cancel);
        var over = services.GetRequiredService<TimeProvider>().GetUtcNow() - lease?.Until;
        return over is { } late && late < MostOver
            ? new("dispatcher", FindingState.Good, "an instance of the bot is sending announcements.")
            : new(
                "dispatcher",
                FindingState.Open,
                "no instance of the bot is sending announcements right now; the next one to start takes over.");
    }

    private static bool IsListed(string role, RecoveryPolicy policy) => policy.Roles.GetValueOrDefault(role) is { Count: > 0 };
}
