namespace ChatOpsBot.Host.CommandLine;

/// <summary>Who got what of DR events, for people at a terminal.</summary>
internal sealed class DeliveryTables
{
    private readonly Terminal _terminal = new();

    public void Events(IEnumerable<EventEntry> events) =>
        _terminal.Table(
            ["Event", "Kind", "State", "Declared (UTC)", "Sent", "Updated", "Waiting", "Unknown", "Failed", "Systems"],
            events.Select(it =>
                (string?[])
                    [
                        it.Event,
                        it.Kind,
                        it.State,
                        Terminal.Minute(it.Declared),
                        $"{it.Sent}",
                        $"{it.Updated}",
                        $"{it.Waiting}",
                        $"{it.Unknown}",
                        $"{it.Failed}",
                        string.Join(", ", it.Systems),
                    ]));

    public void Channels(EventEntry drEvent, IReadOnlyList<DeliveryEntry> channels)
    {
        _terminal.Line(
            $"{drEvent.Event}  {drEvent.Kind}  {drEvent.State}  {string.Join(", ", drEvent.Systems)}  version {drEvent.Version}");
        _terminal.Line(
            drEvent.Announced is { } at
                ? $"Announced {Terminal.Minute(at)} UTC to {Count(channels.Count)}: {drEvent.Sent} sent, {drEvent.Updated} updated, {drEvent.Waiting} waiting, {drEvent.Unknown} unknown, {drEvent.Failed} failed."
                : "Not announced to any channel yet.");
        if (channels.Count > 0)
            _terminal.Table(
                ["Team", "Channel", "State", "Version", "Sent (UTC)", "Updated (UTC)", "Resent", "Reason"],
                channels.Select(it =>
                    (string?[])
                        [
                            it.Team,
                            it.Channel ?? it.ChannelId,
                            it.State,
                            $"{it.ShownVersion} of {it.NewestVersion}",
                            TimeOf(it.Sent),
                            TimeOf(it.Updated),
                            it.Resent > 0 ? $"{it.Resent}x" : "",
                            Why(it),
                        ]));
    }

    private static string Count(int channels) => channels == 1 ? "1 channel" : $"{channels} channels";

    private static string? TimeOf(DateTimeOffset? at) => at is { } instant ? Terminal.Time(instant) : null;

    private static string Why(DeliveryEntry line)
    {
        string?[] parts =
        [
            line.Fault is null ? null : line.Why is null ? line.Fault : $"{line.Fault}: {line.Why}",
            line.Attempts > 0 ? $"failed attempts: {line.Attempts}" : null,
            line.Due is { } due ? $"next at {Terminal.Time(due)}" : null,
            line.ChannelStatus is "open" ? null
            : line.ChannelStatus is null ? "the channel is no longer known"
            : $"the channel is {line.ChannelStatus}",
        ];
        return string.Join("; ", parts.OfType<string>());
    }
}
