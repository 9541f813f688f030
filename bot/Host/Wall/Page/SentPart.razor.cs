using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Storage.Recovery;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Wall.Page;

/// <summary>What the channels have got of an event: how many, and by name those that have not.</summary>
public sealed partial class SentPart
{
    private static readonly DeliveryState[] States = [DeliveryState.Waiting, DeliveryState.Unknown, DeliveryState.Failed];

    [Parameter, EditorRequired]
    public required WallEvent Seen { get; set; }

    [Parameter, EditorRequired]
    public required Phrases Words { get; set; }

    /// <summary>Whether the channels that have not got it are named.</summary>
    [Parameter]
    public bool WithNames { get; set; } = true;

    // However often it was updated since, a channel has it.
    private int Have => Seen.Sums.Of(DeliveryState.Sent) + Seen.Sums.Of(DeliveryState.Updated);

    private IEnumerable<DeliveryState> Shown => States.Where(state => Seen.Sums.Of(state) > 0);

    private int More => Seen.Sums.Of(DeliveryState.Failed) - Seen.Failed.Count;

    private string StyleOf(DeliveryState state) => (Seen.Sums.Of(state), state) switch
    {
        (0, _) => "none",
        (_, DeliveryState.Unknown or DeliveryState.Failed) => "bad",
        _ => "",
    };

    private string NameOf(ChannelDelivery line)
    {
        var channel = line.Channel is { IsGeneral: true } ? Words["event.deliveries.general"] : line.Channel?.Name ?? line.Delivery.ChannelId;
        return string.Join(" › ", new[] { line.Channel?.TeamName, channel }.OfType<string>());
    }

    private string WhyOf(string? fault) => fault is null
        ? Words["wall.why.none"]
        : Words.Find($"event.deliveries.why.{fault}") ?? Words.Say("event.deliveries.why.general", ("code", fault));
}
