using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;

namespace ChatOpsBot.Tests.Support;

/// <summary>Channels that follow LPAR1, and an event there, written straight into the database.</summary>
internal static class FakeAudience
{
    public const string System = "LPAR1";

    private static readonly Person Dora = new("aad-dora", "Dora");
    private static readonly UpdateCadence Cadence = new();

    public static string ChannelId(int number) => $"19:{number:D6}@thread.tacv2";

    /// <summary>Adds channels that follow.</summary>
    public static async Task AddAsync(
        BotDb db, string serviceUrl, int count, DateTimeOffset at, int from = 0, string? tenant = null, string system = System)
    {
        foreach (var chunk in Enumerable.Range(from, count).Chunk(1000))
        {
            foreach (var number in chunk)
            {
                db.Channels.Add(
                    new()
                    {
                        Id = ChannelId(number),
                        Name = $"Channel {number}",
                        ServiceUrl = serviceUrl,
                        BotId = ActivityJson.BotId,
                        Tenant = tenant,
                        ChangedAt = at,
                    });
                db.Subscriptions.Add(
                    new()
                    {
                        ChannelId = ChannelId(number),
                        System = system,
                        At = at,
                    });
            }

            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>An event that channels are to hear of.</summary>
    public static RecoveryEvent Declare(
        DateTimeOffset at,
        int number = 1,
        RecoveryKind kind = RecoveryKind.UnplannedFailover,
        string? tenant = null,
        string system = System) =>
        new()
        {
            Id = Guid.NewGuid(),
            Number = number,
            Kind = kind,
            Tenant = tenant,
            Systems = [new(system, system + "DR")],
            DeclaredBy = Dora,
            DeclaredAt = at,
            AnnouncedAt = at,
            NextUpdate = Cadence.NextAfter(at, at),
            Timeline = [new(TimelineKind.Declared, at, Dora, RecoveryState.Declared, "The primary site has no power.")],
        };

    public static RecoveryEvent Say(RecoveryEvent drEvent, string text, DateTimeOffset at) => drEvent.Say(text, Dora, at, Cadence);

    public static async Task KeepAsync(BotDb db, RecoveryEvent drEvent, DateTimeOffset at)
    {
        await new RecoveryStore(db).PutAsync(drEvent, origin: null, at, CancellationToken.None);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }
}
