using ChatOpsBot.Connector.Trust;
using ChatOpsBot.Domain.Times.Zones;
using NodaTime;

namespace ChatOpsBot.Application.Settings;

/// <summary>The zone of a person whose client does not name one.</summary>
public sealed record DefaultTimeZone(DateTimeZone Zone)
{
    /// <param name="configured">An IANA or Windows name; null for none.</param>
    /// <param name="mode">Whether the bot runs in local mode; null in the terminal, where the person sits at this machine as well.</param>
    public static DefaultTimeZone Of(string? configured, LocalPlaygroundMode? mode, TimeProvider time) =>
        new(ZoneNames.Find(configured) ?? (mode is { IsOn: false } ? DateTimeZone.Utc : ThisMachines(time)));

    // A system may know its zone by a name of its own ("Local" in a container with a copied zone file). What is said is kept with the
    // zone's name, so it has to be one that can be found again: today's offset.
    private static DateTimeZone ThisMachines(TimeProvider time) =>
        ZoneNames.Find(time.LocalTimeZone.Id)
        ?? DateTimeZone.ForOffset(Offset.FromTimeSpan(time.LocalTimeZone.GetUtcOffset(time.GetUtcNow())));
}
