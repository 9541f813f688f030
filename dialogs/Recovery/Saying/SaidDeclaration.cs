using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.IbmI;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Dialogs.Recovery.Saying;

/// <summary>A declaration as far as a sentence says it.</summary>
/// <param name="Kind">Null where it is not said.</param>
/// <param name="Systems">By name, the primary side; empty where none is said. They may be unknown.</param>
/// <param name="IsPlain">It is a declaration by its very words; otherwise it may be one, and is looked at once more before it
/// counts.</param>
internal sealed record SaidDeclaration(RecoveryKind? Kind, IReadOnlyList<RecoveryPair> Systems, string? Reason, bool IsPlain)
{
    private static readonly char[] Ends = [' ', ',', ';', ':', '.', '!', '?', '(', ')', '"', '\n', '\t'];

    /// <returns>Null for a sentence that declares nothing: a question, a request for the desk, a wish to know.</returns>
    public static SaidDeclaration? Read(string text, Turn turn, RequestServices services)
    {
        if (text.TrimEnd().EndsWith('?'))
            return null;

        var (head, reason) = Parts(text, services.Words);
        // "This is not a test: declare a failover ..."
        return Read(head, reason, turn, services) ?? (reason is null ? null : Read(text, null, turn, services));
    }

    private static SaidDeclaration? Read(string head, string? reason, Turn turn, RequestServices services)
    {
        var said = SaidWords.Of(head);
        var isPlain = Says(said, "event.say.declare", services.Words);
        return
            (isPlain || Says(said, "event.say.perhaps", services.Words))
            && Says(said, "event.say.matter", services.Words)
            && !Says(said, "event.say.not_declare", services.Words)
            ? new(KindIn(said, reason, services.Words), SystemsIn(head, turn, services), reason, isPlain)
            : null;
    }

    /// <summary>The pair of a primary system; somebody may name the side that takes over.</summary>
    public static RecoveryPair PairOf(string name, Inventory systems)
    {
        var primary =
            systems.Find(name)
            ?? systems.All.FirstOrDefault(lpar => string.Equals(lpar.DrPartner, name, StringComparison.OrdinalIgnoreCase));
        return new(primary?.Name ?? name.ToUpperInvariant(), primary?.DrPartner);
    }

    // "declare a failover for LPAR1: the site is down", "... because the site is down"
    private static (string Head, string? Reason) Parts(string text, WordsCatalog words)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        if (colon > 0)
            return (text[..colon], text[(colon + 2)..].Trim() is { Length: > 0 } said ? said : null);

        var because = words.Languages.SelectMany(language => words.In(language).Several("event.say.because"))
            .Select(word => (At: text.IndexOf($" {word} ", StringComparison.OrdinalIgnoreCase), word.Length))
            .Where(found => found.At > 0).OrderBy(found => found.At).FirstOrDefault();
        return because.At > 0 ? (text[..because.At], text[(because.At + because.Length + 2)..].Trim()) : (text, null);
    }

    // "... as a drill" makes it one; a reason that speaks of a drill leaves it open, and it is asked for.
    private static RecoveryKind? KindIn(SaidWords said, string? reason, WordsCatalog words) =>
        SaysDrill(said, words) ? RecoveryKind.Drill
        : reason is not null && SaysDrill(SaidWords.Of(reason), words) ? null
        : Says(said, "event.say.kind.Unplanned", words) ? RecoveryKind.UnplannedFailover
        : Says(said, "event.say.kind.PlannedSwitch", words) ? RecoveryKind.PlannedSwitch
        : Says(said, "event.say.kind.UnplannedFailover", words) ? RecoveryKind.UnplannedFailover
        : null;

    private static List<RecoveryPair> SystemsIn(string head, Turn turn, RequestServices services)
    {
        var known = head.Split(Ends, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => PairOf(word, services.Systems))
            .Where(pair => services.Systems.Find(pair.Primary) is not null)
            .DistinctBy(pair => pair.Primary, StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (known.Count > 0)
            return known;

        var slots = turn.Meaning?.Slots;
        var from = slots?.GetValueOrDefault("from_lpar") ?? slots?.GetValueOrDefault("lpar");
        return from is null || NameChecks.Lpar(services.Names, from) is not Checked<string>.Right
            ? []
            : [PairOf(from, services.Systems) with { DrSide = slots?.GetValueOrDefault("to_lpar")?.ToUpperInvariant() }];
    }

    private static bool SaysDrill(SaidWords said, WordsCatalog words) =>
        Says(
            words
                .Languages.SelectMany(language => words.In(language).Several("event.say.not_drill"))
                .Aggregate(said, (rest, phrase) => rest.Without(phrase)),
            "event.say.kind.Drill",
            words);

    private static bool Says(SaidWords said, string key, WordsCatalog words) =>
        words.Languages.SelectMany(language => words.In(language).Several(key)).Any(said.Hold);
}
