using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Dialogs.Recovery.Saying;
using ChatOpsBot.Domain.IbmI;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Domain.Times;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>From what was said or filled in to a declaration; what is missing or wrong is asked for on a card.</summary>
internal sealed class Declaring(RequestServices services, EventCommands moves, FieldContext context)
{
    private static readonly MomentField When = new("when", TimePurpose.Window);

    private static readonly char[] Separators = [',', ';', '\n', ' '];

    public TurnResult Said(DeclarationDraft said) =>
        Declare(
            said.Kind,
            said.Systems,
            string.Join(", ", said.Systems.Select(pair => pair.Primary)),
            Reason(said),
            pressed: false,
            isSure: said.IsPlain);

    // The time of a planned switch stands in the event and in what channels are told. Of a real failover it may be when the trouble
    // began: it stands there as it was said.
    private string? Reason(DeclarationDraft said)
    {
        var isPlanned = said.Kind is RecoveryKind.PlannedSwitch or RecoveryKind.Drill;
        if (isPlanned && said.When is null && said.Reason is { } reason && Planned(reason) is { } whole)
            return whole;
        if (said.When is not { } when)
            return said.Reason;

        var time = (isPlanned ? Planned(when) : null) ?? moves.Words.Say("event.time_said", ("time", when));
        return said.Reason is null ? time : $"{time} {said.Reason}";
    }

    private string? Planned(string when) => When.Read(when, context) is FieldReading.Right read
        ? moves.Words.Say(
            "event.planned_for",
            ("time", MomentText.Write(When.Parse(read.Value), TimePurpose.Window, context.Zone.Id, moves.Words)))
        : null;

    public TurnResult Pressed(TurnInput.ButtonPress press)
    {
        RecoveryKind? kind =
            Enum.TryParse<RecoveryKind>(press.Data.GetValueOrDefault(EventButtons.Kind), out var chosen) && Enum.IsDefined(chosen)
                ? chosen
                : null;
        var typed = press.Data.GetValueOrDefault(EventButtons.Systems);
        var reason = press.Data.GetValueOrDefault(EventButtons.Reason)?.Trim() is { Length: > 0 } said ? said : null;
        return Declare(kind, PairsIn(typed, services.Systems), typed, reason, pressed: true, isSure: true);
    }

    /// <summary>The systems of a list with commas, as typed or chosen.</summary>
    public static IReadOnlyList<RecoveryPair> PairsIn(string? typed, Inventory systems) => typed is null ? [] :
    [
        .. PlainText
            .Clip(typed, DeclareCard.LongestNames)
            .Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => DeclarationParser.PairOf(name, systems)).DistinctBy(pair => pair.Primary, StringComparer.OrdinalIgnoreCase),
    ];

    private TurnResult Declare(
        RecoveryKind? kind, IReadOnlyList<RecoveryPair> systems, string? typed, string? reason, bool pressed, bool isSure)
    {
        List<string> problems = [.. Problems(kind, systems, reason, pressed)];
        if (kind is not { } known || systems.Count == 0 || problems.Count > 0 || !isSure)
        {
            var isSecret = reason is not null && SecretScan.In(reason) is not [];
            var card = DeclareCard.Draw(kind, typed, isSecret ? null : reason, problems, services.Systems, moves.Words);
            return [pressed ? new Reply.Replace(card) : new Reply.Show(card)];
        }

        return moves.Declare(known, systems, reason, pressed);
    }

    private IEnumerable<string> Problems(RecoveryKind? kind, IReadOnlyList<RecoveryPair> systems, string? reason, bool pressed)
    {
        // What a sentence left open is asked for; what a card left open was overlooked.
        if (kind is null && pressed)
            yield return moves.Words["event.ask.kind.missing"];
        if (systems.Count == 0 && pressed)
            yield return moves.Words["event.ask.systems.missing"];
        foreach (var pair in systems)
        {
            if (Wrong(pair) is { } problem)
                yield return problem;
        }

        if (reason is { Length: > EventCard.LongestText })
            yield return moves.Words.Say("event.too_long", ("most", $"{EventCard.LongestText}"));
        else if (reason is not null && SecretScan.In(reason) is [var secret, ..])
            yield return moves.Words[$"problem.secret.{secret.Kind}"];
    }

    private string? Wrong(RecoveryPair pair)
    {
        if (services.Systems.IsEmpty)
            return NameChecks.Lpar(services.Names, pair.Primary) is Checked<string>.Right
                ? null
                : moves.Words.Say("event.ask.systems.wrong", ("name", pair.Primary));

        var known = string.Join(", ", services.Systems.All.Where(lpar => lpar.HasDr).Select(lpar => lpar.Name));
        return services.Systems.Find(pair.Primary) switch
        {
            null => moves.Words.Say("event.ask.systems.unknown", ("name", pair.Primary), ("known", known)),
            { HasDr: false } => moves.Words.Say("event.ask.systems.no_dr", ("name", pair.Primary), ("known", known)),
            _ => null,
        };
    }
}
