using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Storage.Recovery;
using Microsoft.AspNetCore.Html;

namespace ChatOpsBot.Host.Wall;

/// <summary>What the channels have got of an event: how many, and by name those that have not.</summary>
internal sealed class SentPart(WallEvent seen, Phrases words)
{
    private static readonly DeliveryState[] Shown =
    [
        DeliveryState.Sent, DeliveryState.Updated, DeliveryState.Waiting, DeliveryState.Unknown, DeliveryState.Failed,
    ];

    public IHtmlContent Draw()
    {
        if (seen.Event.AnnouncedAt is null)
            return Html.Of($"""<p class="draft">{words["wall.draft"]}</p>""");
        if (seen.Sums.All == 0)
            return Html.Of($"""<p class="draft">{words["wall.nobody"]}</p>""");

        var behind = seen.Sums.Behind > 0 ? Html.Of($"<p>{words.Say("wall.behind", ("count", $"{seen.Sums.Behind}"))}</p>") : Html.Nothing;
        return Html.Of($"""<ul class="sums">{Html.All(Shown.Where(IsShown).Select(Sum))}</ul>{behind}{Failed()}""");
    }

    private bool IsShown(DeliveryState state) => state is not DeliveryState.Unknown || seen.Sums.Of(state) > 0;

    private IHtmlContent Sum(DeliveryState state)
    {
        var count = seen.Sums.Of(state);
        var isBad = count > 0 && state is (DeliveryState.Unknown or DeliveryState.Failed);
        return Html.Of($"""<li class="{(isBad ? "bad" : count == 0 ? "none" : "")}"><b>{count}</b> {words[$"wall.state.{state}"]}</li>""");
    }

    private IHtmlContent Failed()
    {
        if (seen.Failed.Count == 0)
            return Html.Nothing;

        var more = seen.Sums.Of(DeliveryState.Failed) - seen.Failed.Count;
        var rest = more > 0 ? Html.Of($"""<p class="rest">{words.Say("wall.more", ("count", $"{more}"))}</p>""") : Html.Nothing;
        return Html.Of($"""<ul class="failed">{Html.All(seen.Failed.Select(Line))}</ul>{rest}""");
    }

    private IHtmlContent Line(ChannelDelivery line) => Html.Of(
        $"""<li><span aria-hidden="true">✖</span> <b>{NameOf(line)}</b> {WhyOf(line.Delivery.Fault)}</li>""");

    private string NameOf(ChannelDelivery line)
    {
        var channel = line.Channel is { IsGeneral: true } ? words["event.deliveries.general"] : line.Channel?.Name ?? line.Delivery.ChannelId;
        return string.Join(" › ", new[] { line.Channel?.TeamName, channel }.OfType<string>());
    }

    private string WhyOf(string? fault) => fault is null ? words["wall.why.none"] : words.Find($"event.deliveries.why.{fault}") ?? words.Say("event.deliveries.why.general", ("code", fault));
}
