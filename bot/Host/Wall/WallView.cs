using System.Collections.Concurrent;
using System.Globalization;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Host.Wall;

/// <summary>What there was to be seen at one moment, of every tenant.</summary>
internal sealed record WallView(IReadOnlyList<WallEvent> Events)
{
    private readonly ConcurrentDictionary<(string? Tenant, string Language), Lazy<Task<string>>> _drawn = [];

    /// <summary>Another one where anything is to be seen otherwise.</summary>
    public string Mark { get; } = string.Join(';', Events.Select(it => it.Mark));

    /// <summary>Everybody who sees the same is drawn the same, once.</summary>
    public Task<string> DrawnAsync(string? tenant, string language, Func<IReadOnlyList<WallEvent>, Task<string>> draw) =>
        _drawn.GetOrAdd((tenant, language), _ => new(() => draw([.. Events.Where(it => IsOf(it, tenant))]))).Value;

    private static bool IsOf(WallEvent seen, string? tenant) => tenant == RecoveryStore.AnyTenant || seen.Event.Tenant == tenant;
}

/// <summary>An event, and what the channels have got of it.</summary>
/// <param name="Failed">The first few channels that have not got it, and will not.</param>
public sealed record WallEvent(RecoveryEvent Event, DeliverySums Sums, IReadOnlyList<ChannelDelivery> Failed)
{
    /// <summary>Another one where anything is to be seen otherwise.</summary>
    public string Mark { get; } = string.Join(',',
    [
        Event.Key, Event.Version.ToString(CultureInfo.InvariantCulture), $"{Sums.Behind}",
        .. Sums.ByState.OrderBy(it => it.Key).Select(it => $"{it.Key}={it.Value}"),
        .. Failed.Select(it => $"{it.Delivery.ChannelId} {it.Channel?.TeamName} {it.Channel?.Name} {it.Delivery.Fault}"),
    ]);
}
