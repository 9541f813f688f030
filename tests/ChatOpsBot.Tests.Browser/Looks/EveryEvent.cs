using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Recovery;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Tests.Browser.Looks;

/// <summary>The cards of DR events: what channels get, what those see who lead, who got what, and who hears of it.</summary>
internal sealed class EveryEvent
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Person Ben = new("aad-ben", "Ben Oldenburg-Hansen");
    private static readonly HashSet<RecoveryRole> AllRoles = [.. Enum.GetValues<RecoveryRole>()];

    private readonly string _language;
    private readonly RequestServices _services = EveryRequest.Kit();

    public EveryEvent(string language) => _language = language;

    public IReadOnlyDictionary<string, Card> Cards => Announced().Concat(Led()).Concat(Followed()).ToDictionary();

    private Dictionary<string, Card> Announced()
    {
        var texts = new Announcements(_services.Words);
        var running = Running();
        var stable = Steps(running, RecoveryState.DrSideActive, RecoveryState.ApplicationValidated, RecoveryState.Stable);
        return new()
        {
            ["announced: running, corrected"] = texts.Draw(running),
            ["announced: overdue, sent again"] = texts.Draw(running.MissUpdate(), isResent: true),
            ["announced: stable"] = texts.Draw(stable),
            ["announced: drill"] = texts.Draw(
                Steps(Declared(RecoveryKind.Drill, 4), RecoveryState.Approved, RecoveryState.FailoverRunning)),
            ["announced: planned"] = texts.Draw(Steps(Declared(RecoveryKind.PlannedSwitch, 5), RecoveryState.Approved)),
            ["announced: called off"] = texts.Draw(Steps(Declared(RecoveryKind.UnplannedFailover, 6), RecoveryState.Cancelled)),
        };
    }

    private Dictionary<string, Card> Led()
    {
        var declared = Declared(RecoveryKind.UnplannedFailover, 3);
        var running = Running();
        var open = Talk(declared, Steps(Declared(RecoveryKind.Drill, 4), RecoveryState.Approved), running with { Number = 7 });
        return new()
        {
            ["led: to approve"] = open.Say("DR-3"),
            ["led: running"] = Talk(running).Say("DR-3"),
            ["led: for all"] = new Talk(_services, _language, Now) { Events = Sight(running), Place = PlaceKind.Channel }.Say("DR-3"),
            ["events"] = open.Press(Verbs.ShowEvents),
            ["events, none"] = Talk().Press(Verbs.ShowEvents),
            ["declare"] = Talk().Say(_language == "de" ? "Failover ausrufen" : "Declare a failover"),
            ["declare, wrong"] = Talk().Press(Verbs.DeclareEvent, ("systems", "LPAR1,LPAR99"), ("reason", "Site A is down")),
            ["deliveries"] = new Talk(_services, _language, Now) { Events = Sight(running) with { Deliveries = Sheet() } }.Say(
                "deliveries DR-3"),
        };
    }

    private Dictionary<string, Card> Followed() =>
        new()
        {
            ["followed"] = new Talk(_services, _language, Now)
            {
                Place = PlaceKind.Channel,
                Following = new()
                {
                    Systems = [new("LPAR1", Ben, Now.AddDays(-3)), new("LPAR3", null, Now.AddDays(-90), IsFromSettings: true)],
                    Owner = Browser.Looks.Talk.Ana,
                },
            }.Say(_language == "de" ? "Wem folgen wir?" : "What do we follow?"),
            ["followed, nothing"] = new Talk(_services, _language, Now) { Place = PlaceKind.Channel }.Say(
                _language == "de" ? "Wem folgen wir?" : "What do we follow?"),
        };

    private Talk Talk(params IReadOnlyList<RecoveryEvent> open) => new(_services, _language, Now) { Events = Sight([.. open]) };

    private static EventContext Sight(params IReadOnlyList<RecoveryEvent> open) =>
        new()
        {
            Open = open,
            Named = [.. open.Take(1)],
            NextNumber = 9,
            Reaches = open.DistinctBy(it => EventContext.KeyOf(it.Names))
                .ToDictionary(it => EventContext.KeyOf(it.Names), _ => new Reach(12, 4)),
        };

    private static DeliveryStatus Sheet() => new(2, 1, 1, 1, 1,
    [
        new("Payroll", "Old project", "Failed", false, null, 0, "BotNotInConversationRoster"),
        new("Warehouse and logistics, northern region", "Betriebsleitstellenübergabe", "Unknown", false, Now, 2, null),
        new("Payroll", "Night shift", "Waiting", false, null, 0, null),
        new("Payroll", "Operations", "Updated", true, Now, 0, null),
        new("Payroll", null, "Sent", false, Now, 0, null),
        new("Finance", "Operations", "Sent", false, Now, 1, null),
    ]);

    private RecoveryEvent Running()
    {
        var running = Steps(Declared(RecoveryKind.UnplannedFailover, 3), RecoveryState.Approved, RecoveryState.FailoverRunning);
        var told = Done(
            _services.Recovery.Say(running, "Replication stopped, IPL of the DR side at 14:20.", Ben, Now.AddMinutes(10), AllRoles));
        return Done(
            _services.Recovery.Correct(
                told, told.Timeline.Count - 1, "The IPL is at 14:30, the tape library answers slowly.", Ben, Now.AddMinutes(14), AllRoles));
    }

    private RecoveryEvent Declared(RecoveryKind kind, int number) => Done(_services.Recovery.Declare(
        new()
        {
            Kind = kind,
            Systems = [new("LPAR1", "LPAR1DR"), new("LPAR3", "LPAR3DR")],
            By = Ben,
            Reason = "Site A lost power at 14:02.",
            Language = _language,
            Zone = "Europe/Berlin",
        },
        [],
        number,
        Now));

    private RecoveryEvent Steps(RecoveryEvent drEvent, params RecoveryState[] states) =>
        states.Aggregate(
            drEvent, (it, to) => Done(_services.Recovery.Step(it, to, Browser.Looks.Talk.Ana, null, Now.AddMinutes(5), AllRoles)));

    private static RecoveryEvent Done(RecoveryChange change) => Assert.IsType<RecoveryChange.Done>(change).Event;
}
