using NodaTime;

namespace ChatOpsBot.Domain.Times;

/// <summary>From where "last night" is counted: the moment somebody spoke, and the zone that person lives in.</summary>
public sealed record TimeReference(Instant Now, DateTimeZone Zone)
{
    internal LocalDateTime LocalNow => Now.InZone(Zone).LocalDateTime;
}
