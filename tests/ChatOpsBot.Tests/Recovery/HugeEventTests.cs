using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>The largest event there can be, in every language.</summary>
public sealed class HugeEventTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Person Longest = new("aad-long", new string('Ä', 100) + " \"<>&*_");
    private static readonly WordsCatalog Catalog = WordsCatalog.Load();

    public static MatrixTheoryData<string, RecoveryKind, RecoveryState> Cases =>
        new(["en", "de"], Enum.GetValues<RecoveryKind>(), Enum.GetValues<RecoveryState>());

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fits(string language, RecoveryKind kind, RecoveryState state) => Draws(language, kind, state, systems: 20);

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void Fits_with_as_many_systems_as_a_report_may_name(string language) =>
        Draws(language, RecoveryKind.UnplannedFailover, RecoveryState.Declared, systems: 50);

    private static void Draws(string language, RecoveryKind kind, RecoveryState state, int systems)
    {
        var words = Catalog.In(language);
        var drEvent = new RecoveryEvent
        {
            Id = Guid.NewGuid(),
            Number = 12345678,
            Kind = kind,
            State = state,
            Systems = [.. Enumerable.Range(10, systems).Select(n => new RecoveryPair(n + new string('W', 45), n + new string('D', 45)))],
            DeclaredBy = Longest,
            ApprovedBy = Longest,
            AloneBecause = new string('ß', 2000),
            ApplicationOwner = Longest,
            DeclaredAt = Monday,
            AnnouncedAt = Monday,
            NextUpdate = Monday.AddMinutes(5),
            IsOverdue = true,
            Language = language,
            Zone = "America/Argentina/ComodRivadavia",
            Timeline =
            [
                .. Enumerable
                    .Range(0, 300)
                    .Select(n => new TimelineEntry(
                        n % 3 == 0 ? TimelineKind.Correction : TimelineKind.Step,
                        Monday.AddDays(n),
                        Longest,
                        (RecoveryState)(n % 11),
                        new string('"', 1000) + new string('\n', 1000))
                    {
                        Corrects = n % 3 == 0 && n > 0 ? n - 1 : null,
                    }),
            ],
        };
        var policy = new RecoveryPolicy { AnybodyWhereNobodyIsListed = true, FourEyes = FourEyes.RequiredWithTimeLimit };
        var announcement = AnnouncementCard.Draw(drEvent, words, isResent: true);
        _ = announcement.ToJson();
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(announcement.Summary), 1, 4000);
        foreach (var unheard in new[] { false, true })
        {
            var shown = unheard ? drEvent with { AnnouncedAt = null } : drEvent;
            foreach (var viewer in new Person?[] { null, Longest, new("aad-x", "X") })
                _ = new EventCard(policy)
                    .Draw(shown, viewer, new(1000, 300), Monday.AddDays(2), words, "said", new string('"', 1000))
                    .ToJson();
        }

        _ = EventsCard.Draw([.. Enumerable.Repeat(drEvent, 100)], words).ToJson();
        _ = DeliveriesCard
            .Draw(
                drEvent,
                new(
                    1,
                    1,
                    1,
                    1,
                    500,
                    [
                        .. Enumerable
                            .Range(0, 20)
                            .Select(n => new DeliveryLine(
                                new string('T', 256),
                                new string('C', 256),
                                "Failed",
                                true,
                                Monday,
                                3,
                                "Unreachable: " + new string('x', 300))),
                    ]),
                words)
            .ToJson();
        var reply = new Announcements(Catalog).Reply(drEvent, 1, isResent: true);
        Assert.InRange(reply!.Length, 1, 4000);
    }
}
