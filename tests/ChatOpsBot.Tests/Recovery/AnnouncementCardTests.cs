using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Tests.Cards;
using CsCheck;

namespace ChatOpsBot.Tests.Recovery;

/// <summary>What a channel reads of a DR event.</summary>
public sealed class AnnouncementCardTests
{
    private const string Berlin = "Europe/Berlin";
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Person Ana = new("aad-ana", "Ana");
    private static readonly Person Ben = new("aad-ben", "Ben");
    private static readonly UpdateCadence Cadence = new();
    private static readonly HashSet<RecoveryRole> AllRoles = [.. Enum.GetValues<RecoveryRole>()];
    private static readonly WordsCatalog Catalog = WordsCatalog.Load();
    private static readonly Phrases English = Catalog.In("en");

    public static MatrixTheoryData<RecoveryKind, RecoveryState> Cases =>
        new(Enum.GetValues<RecoveryKind>(), Enum.GetValues<RecoveryState>());

    [Fact]
    public void A_running_failover_tells_what_it_is_what_to_do_and_how_far_it_is()
    {
        var running = Step(
            Step(Declared(RecoveryKind.UnplannedFailover), RecoveryState.Approved, 3, null),
            RecoveryState.FailoverRunning,
            5,
            "Replication stopped, switching now");
        Assert.Equal(
            """
            DR FAILOVER
            LPAR1 → LPAR1DR
            DR-3 · failover running
            This is real: the primary side is lost.
            What to do now
            Do not sign on to LPAR1 or LPAR1DR. Wait for the next update.
            The move from LPAR1 to LPAR1DR is under way. Neither system can be used.
            Next update by 09:25 Europe/Berlin (08:25 UTC)
            ◆ Next, IBM: bring up the DR side
            ✔ Declared 09:00  ·  ✔ Approved 09:03  ·  ▶ Failover running since 09:05  ·  ○ DR side up
            Timeline
            09:00 Ana: The site is down
            09:05 Ben: Replication stopped, switching now
            Declared by Ana, Mon 23 November 2026, 09:00 Europe/Berlin (2026-11-23 08:00 UTC)
            Approved by Ben
            [Details]
            """,
            CardText.Of(AnnouncementCard.Draw(running with { Zone = Berlin }, English)).ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Every_kind_in_every_state_makes_a_valid_card_in_every_language(RecoveryKind kind, RecoveryState state)
    {
        foreach (var words in Catalog.Languages.Select(Catalog.In))
        {
            var card = AnnouncementCard.Draw(
                Declared(kind) with
                {
                    State = state,
                    Zone = Berlin,
                    IsOverdue = state is RecoveryState.Stable,
                },
                words);
            await CardSchema.AssertValidAsync(card.ToJson());
            Assert.True(CardLimits.Fits(card));
        }
    }

    [Fact]
    public void A_drill_says_so_first_in_the_card_and_in_the_notification_and_the_real_thing_never_does() => Assert.All(
        Enum.GetValues<RecoveryKind>(),
        kind =>
        {
            var card = AnnouncementCard.Draw(Declared(kind) with { Zone = Berlin }, English);
            Assert.Equal(kind is RecoveryKind.Drill, CardText.Of(card).StartsWith("▨▨▨ DRILL ▨▨▨", StringComparison.Ordinal));
            Assert.Equal(kind is RecoveryKind.Drill, card.Summary.StartsWith("DRILL", StringComparison.Ordinal));
            Assert.Equal(kind is RecoveryKind.Drill, card.ToJson().ToJsonString().Contains("DRILL", StringComparison.OrdinalIgnoreCase));
        });

    [Fact]
    public void What_was_wrong_stays_struck_out_beside_its_correction()
    {
        var corrected = Declared(RecoveryKind.PlannedSwitch)
            .Say("Back at noon", Ben, Monday.AddMinutes(5), Cadence)
            .Correct(1, "Back at 14:00", Ben, Monday.AddMinutes(6), Cadence);
        var card = AnnouncementCard.Draw(corrected with { Zone = Berlin }, English);
        Assert.Contains("09:05 Ben: Back at noon (wrong, see below)", CardText.Of(card), StringComparison.Ordinal);
        Assert.Contains("09:06 Ben: Correction: Back at 14:00", CardText.Of(card), StringComparison.Ordinal);
        Assert.Contains("\"text\":\"Back at noon\",\"strikethrough\":true", card.ToJson().ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_promise_that_was_not_kept_is_said() =>
        Assert.Contains(
            "is overdue",
            CardText.Of(AnnouncementCard.Draw(Declared(RecoveryKind.Drill) with { Zone = Berlin, IsOverdue = true }, English)),
            StringComparison.Ordinal);

    [Fact]
    public void What_people_wrote_stands_in_text_runs_and_however_much_it_is_it_fits() =>
        Gen.String[0, 3000]
            .Array[0, 60]
            .Sample(
                texts =>
                {
                    var drEvent = texts.Aggregate(
                        Declared(RecoveryKind.UnplannedFailover),
                        (current, text) => current.Say("§" + text, Ben, Monday.AddMinutes(1), Cadence));
                    var card = AnnouncementCard.Draw(drEvent with { Zone = Berlin }, English);
                    Assert.True(CardLimits.Fits(card));
                    Assert.All(CardWalk.WhereIs("§", card.ToJson()), place => Assert.Equal("TextRun", place));
                },
                iter: 50);

    private static RecoveryEvent Declared(RecoveryKind kind) =>
        new()
        {
            Id = Guid.NewGuid(),
            Number = 3,
            Kind = kind,
            Systems = [new("LPAR1", "LPAR1DR")],
            DeclaredBy = Ana,
            DeclaredAt = Monday,
            Timeline = [new(TimelineKind.Declared, Monday, Ana, RecoveryState.Declared, "The site is down")],
            NextUpdate = Cadence.NextAfter(Monday, Monday),
        };

    private static RecoveryEvent Step(RecoveryEvent current, RecoveryState to, int minute, string? text) =>
        Assert.IsType<RecoveryChange.Done>(current.Step(to, Ben, AllRoles, text, Monday.AddMinutes(minute), Cadence)).Event;
}
