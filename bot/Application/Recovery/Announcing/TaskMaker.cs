using System.Text.Json;
using ChatOpsBot.Application.Telemetry;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.Recovery.Announcing;

/// <summary>Finds what is needed to do claimed deliveries.</summary>
internal static class TaskMaker
{
    public static async Task<IReadOnlyList<DeliveryTask>> MakeAsync(
        BotDb db, IReadOnlyList<Storage.Recovery.Delivery> rows, CancellationToken cancel)
    {
        if (rows.Count == 0)
            return [];

        var ids = rows.Select(row => row.ChannelId).Distinct().ToList();
        var channels = await db
            .Channels.AsNoTracking()
            .Where(channel => ids.Contains(channel.Id))
            .ToDictionaryAsync(channel => channel.Id, cancel);
        var events = new Dictionary<Guid, RecoveryEvent?>();
        var traces = await TracesAsync(db, rows, cancel);
        var tasks = new List<DeliveryTask>();
        foreach (var row in rows)
        {
            if (!events.TryGetValue(row.EventId, out var drEvent))
                events[row.EventId] = drEvent = await FindAsync(db, row.EventId, cancel);
            var channel = channels.GetValueOrDefault(row.ChannelId);
            tasks.Add(new(row, drEvent, channel, Near(channel)) { Trace = traces.GetValueOrDefault(row.EventId) });
        }

        return tasks;
    }

    private static async Task<IReadOnlyDictionary<Guid, string>> TracesAsync(
        BotDb db, IReadOnlyList<Storage.Recovery.Delivery> rows, CancellationToken cancel) =>
        BotTracing.Source.HasListeners()
            ? await new RecoveryStore(db).TracesAsync([.. rows.Select(row => row.EventId).Distinct()], cancel)
            : new Dictionary<Guid, string>();

    // One that this version cannot read is none to it.
    private static async Task<RecoveryEvent?> FindAsync(BotDb db, Guid id, CancellationToken cancel)
    {
        try
        {
            return await new RecoveryStore(db).FindAsync(id, cancel);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ConversationReference? Near(Channel? channel) => channel is not { ServiceUrl.Length: > 0 } ? null : new()
    {
        ServiceUrl = channel.ServiceUrl,
        ConversationId = channel.Id,
        Bot = channel.BotId.Length > 0 ? new(channel.BotId, null) : null,
        TenantId = channel.Tenant,
    };
}
