using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatOpsBot.Application.Recovery.Reporting;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>
/// A line of <c>deliveries DR-3</c>, one channel. The names, in snake case, are a contract that scripts lean on; times are UTC.
/// </summary>
/// <param name="State"><c>waiting</c>, <c>sent</c>, <c>updated</c>, <c>unknown</c> or <c>failed</c>.</param>
/// <param name="ShownVersion">Of the event, as the channel sees it; 0 for nothing.</param>
/// <param name="NewestVersion">As it is.</param>
/// <param name="Resent">How often it was posted once more after an end that nobody knows.</param>
/// <param name="Attempts">In vain since it last went well.</param>
/// <param name="Fault">A code of Teams, or a word of the bot's own.</param>
/// <param name="Why">What that means, where it is known.</param>
/// <param name="Due">When it is tried next; null where nothing is left to be done.</param>
/// <param name="ChannelStatus">Of the channel: <c>open</c>, <c>paused</c> or <c>gone</c>; null for one that is no longer known.</param>
internal sealed record DeliveryEntry(
    string Event,
    string? Team,
    string? Channel,
    string ChannelId,
    string State,
    int ShownVersion,
    int NewestVersion,
    DateTimeOffset? Sent,
    DateTimeOffset? Updated,
    int Resent,
    int Attempts,
    string? Fault,
    string? Why,
    DateTimeOffset? Due,
    string? ChannelStatus)
{
    /// <param name="words">English, as everything on the command line.</param>
    public static DeliveryEntry Of(RecoveryEvent drEvent, ChannelDelivery line, Phrases words) => new(
        drEvent.Key,
        line.Channel?.TeamName,
        line.Channel?.Name,
        line.Delivery.ChannelId,
        WireNames.Of(line.Delivery.State),
        line.Delivery.ShownVersion,
        drEvent.Version,
        line.Delivery.SentAt,
        line.Delivery.UpdatedAt,
        line.Delivery.Resent,
        line.Delivery.Attempt,
        line.Delivery.Fault,
        line.Delivery.Fault is { } fault ? words.Find($"event.deliveries.why.{fault}") : null,
        line.Delivery.Due,
        line.Channel is { } channel ? WireNames.Of(channel.Status) : null);
}

/// <summary>A line of <c>deliveries</c>, one event, and how many channels stand how.</summary>
internal sealed record EventEntry(
    string Event, string Kind, string State, IReadOnlyList<string> Systems, DateTimeOffset Declared, DateTimeOffset? Announced, int Version,
    int Sent, int Updated, int Waiting, int Unknown, int Failed, int Behind)
{
    public static EventEntry Of(RecoveryEvent drEvent, DeliverySums sums) => new(
        drEvent.Key,
        WireNames.Of(drEvent.Kind),
        WireNames.Of(drEvent.State),
        [.. drEvent.Systems.Select(pair => pair.Primary)],
        drEvent.DeclaredAt,
        drEvent.AnnouncedAt,
        drEvent.Version,
        sums.Of(DeliveryState.Sent),
        sums.Of(DeliveryState.Updated),
        sums.Of(DeliveryState.Waiting),
        sums.Of(DeliveryState.Unknown),
        sums.Of(DeliveryState.Failed),
        sums.Behind);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(DeliveryEntry))]
[JsonSerializable(typeof(EventEntry))]
internal sealed partial class DeliveryJson : JsonSerializerContext
{
    static DeliveryJson() =>
        Default = new DeliveryJson(new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
