using ChatOpsBot.Connector.Trust;
using ChatOpsBot.Domain.Times.Zones;
using NodaTime;

namespace ChatOpsBot.Host.Turns;

/// <summary>The zone of a person whose client does not name one.</summary>
public sealed record HomeZone(DateTimeZone Zone)
{
    /// <param name="mode">Whether the bot runs in local mode; null in the terminal, where the person sits at this machine as well.</param>
    public static HomeZone Of(TurnOptions options, LocalPlaygroundMode? mode, TimeProvider time) =>
        new(ZoneNames.Find(options.TimeZone) ?? (mode is { IsOn: false } ? DateTimeZone.Utc : ThisMachines(time)));

    // A system may know its zone by a name of its own ("Local" in a container with a copied zone file). What is said is kept with the
    // zone's name, so it has to be one that can be found again: today's offset.
    private static DateTimeZone ThisMachines(TimeProvider time) =>
        ZoneNames.Find(time.LocalTimeZone.Id) ?? DateTimeZone.ForOffset(Offset.FromTimeSpan(time.LocalTimeZone.GetUtcOffset(time.GetUtcNow())));
}
