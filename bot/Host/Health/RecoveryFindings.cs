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

    /// <summary>Whoever declares an event leads it, and settings may name more; the others nobody has by themselves.</summary>
    public static IEnumerable<Finding> Roles(IServiceProvider services)
    {
        var policy = services.GetRequiredService<RecoveryPolicy>();
        var missing = RecoveryPolicy.RoleNames.Where(role => role.Key is not RecoveryRole.Coordinator && !IsListed(role.Value, policy))
            .Select(role => $"Approvals:Roles:{role.Value}").ToList();
        yield return missing switch
        {
            [] => new("DR events", FindingState.Good, "every part in them has somebody."),
            _ when policy.AnybodyWhereNobodyIsListed =>
                new("DR events", FindingState.Open, $"local mode lets anybody move them; elsewhere {string.Join(", ", missing)} have to list people."),
            _ => new("DR events", FindingState.Open, $"nobody is listed in {string.Join(", ", missing)}: those steps can be taken by nobody, or by a program that reports them."),
        };
    }

    /// <param name="services">Their database is known to answer.</param>
    public static async Task<Finding> AnnouncementsAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancel);
        var following = await db.Channels.CountAsync(channel => channel.Status == ChannelStatus.Open && db.Subscriptions.Any(row => row.ChannelId == channel.Id), cancel);
        var closed = await db.Channels.CountAsync(channel => channel.Status != ChannelStatus.Open && db.Subscriptions.Any(row => row.ChannelId == channel.Id), cancel);
        var failed = await db.Deliveries.CountAsync(row => row.State == DeliveryState.Failed, cancel);
        var text = $"{following} channels follow; {closed} follow and cannot be written to; {failed} deliveries failed.";
        return new("announcements", closed + failed == 0 ? FindingState.Good : FindingState.Open, failed == 0 ? text : $"{text} Which and why: deliveries DR-n.");
    }

    /// <param name="services">Their database is known to answer.</param>
    public static async Task<Finding> DispatcherAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancel);
        var lease = await new LeaseStore(db, DispatcherLease.Task).SeeAsync(cancel);
        var over = services.GetRequiredService<TimeProvider>().GetUtcNow() - lease?.Until;
        return over is { } late && late < MostOver
            ? new("dispatcher", FindingState.Good, "an instance of the bot sends announcements.")
            : new("dispatcher", FindingState.Open, "no instance of the bot sends announcements at this moment; one that is started takes that over.");
    }

    private static bool IsListed(string role, RecoveryPolicy policy) => policy.Roles.GetValueOrDefault(role) is { Count: > 0 };
}
