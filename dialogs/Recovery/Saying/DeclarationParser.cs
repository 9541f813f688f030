using System.Text.RegularExpressions;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.IbmI;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Systems;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Recovery.Saying;

/// <summary>Parses a declaration: "declare a failover for LPAR1: the site is down".</summary>
internal static partial class DeclarationParser
{
    // A pasted list has thousands.
    private const int MostCommas = 20;

    // The request whose sentences name the same values.
    private const string Request = "dr_failover";

    private static readonly char[] Ends = [' ', ',', ';', ':', '.', '!', '?', '(', ')', '"', '\n', '\t'];

    /// <returns>Null for a sentence that declares nothing: a question, a request for the desk.</returns>
    public static DeclarationDraft? Read(string text, Meaning? meaning, RequestServices services)
    {
        if (QuestionMark.Ends(text))
            return null;

        var (head, reason) = Parts(text, services.Words);
        var read = Read(head, reason, meaning, services);
        if (read is not null && reason is null && Told(head, services) is ({ } declared, { } told))
            read = Read(declared, told, meaning, services) ?? read;
        // "This is not a test: declare a failover ..."
        return read ?? (reason is null ? null : Read(text, null, meaning, services));
    }

    /// <summary>Whether a sentence says that nothing is to be declared: "don't declare a failover for LPAR1: the power is back".</summary>
    public static bool Denies(string text, RequestServices services)
    {
        var said = SaidWords.Of(text);
        return !QuestionMark.Ends(text) && Says(said, "event.say.matter", services.Words)
            && services.Words.InEveryLanguage("event.say.denied").Any(said.Say)
            && !Says(said, "event.say.asks", services.Words);
    }

    private static DeclarationDraft? Read(string head, string? reason, Meaning? meaning, RequestServices services)
    {
        var said = SaidWords.Of(head);
        var isPlain = Says(said, "event.say.declare", services.Words);
        return
            (isPlain || Says(said, "event.say.perhaps", services.Words))
            && Says(said, "event.say.matter", services.Words)
            && !Says(said, "event.say.not_declare", services.Words)
            ? new(
                KindIn(said, reason, services.Words),
                SystemsIn(head, meaning, services),
                reason,
                isPlain && !IsDoubtful(head, said, services))
            {
                When = services.Sentences.ReadSlots(head, Request, systems: services.Systems.Names).GetValueOrDefault("when"),
            }
            : null;
    }

    // "Yesterday I had to declare ...", "if the site is down, declare ...", 'Anna said "declare ..."', "declare a failover? no way"
    private static bool IsDoubtful(string head, SaidWords said, RequestServices services) =>
        head.Any(QuestionMark.Is)
            || services.Words.InEveryLanguage("event.say.doubt").Any(said.Say)
            || Quoted().Matches(head).Any(quote => Says(SaidWords.Of(quote.Value), "event.say.declare", services.Words)
                && quote.Length < head.Trim().Length);

    [GeneratedRegex("[\"“”„«»「][^\"“”„«»「」]+[\"“”«»」]")]
    private static partial Regex Quoted();

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

        var because = words.InEveryLanguage("event.say.because")
            .Select(word => (At: text.IndexOf($" {word} ", StringComparison.OrdinalIgnoreCase), word.Length))
            .Where(found => found.At > 0 && !IsTime(text, found.At + found.Length + 2))
            .OrderBy(found => found.At).FirstOrDefault();
        return because.At > 0 ? (text[..because.At], text[(because.At + because.Length + 2)..].Trim()) : (text, null);
    }

    // "Down since 21:30" tells when, and no reason.
    private static bool IsTime(string text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    // "declare a failover for LPAR1, the site is dark": what follows the last system and a comma tells why.
    private static (string Head, string? Reason) Told(string text, RequestServices services)
    {
        var comma = -2;
        for (var tries = 0; tries < MostCommas && (comma = text.IndexOf(", ", comma + 2, StringComparison.Ordinal)) > 0; tries++)
        {
            var rest = text[(comma + 2)..].Trim();
            if (rest.Contains(' ', StringComparison.Ordinal) && !Says(SaidWords.Of(rest), "event.say.declare", services.Words)
                && NamesSystem(text[..comma], services) && !NamesSystem(rest, services))
                return (text[..comma], rest);
        }

        return (text, null);
    }

    private static bool NamesSystem(string text, RequestServices services) =>
        services.Systems.NamedIn(text).Count > 0
            || services.Sentences.ReadSlots(text, Request, systems: services.Systems.Names).ContainsKey("from_lpar");

    // "... as a drill" makes it one; a reason that speaks of a drill leaves it open, and it is asked for.
    private static RecoveryKind? KindIn(SaidWords said, string? reason, WordsCatalog words) =>
        SaysDrill(said, words) ? RecoveryKind.Drill
        : reason is not null && SaysDrill(SaidWords.Of(reason), words) ? null
        : Says(said, "event.say.kind.Unplanned", words) ? RecoveryKind.UnplannedFailover
        : Says(said, "event.say.kind.PlannedSwitch", words) ? RecoveryKind.PlannedSwitch
        : Says(said, "event.say.kind.UnplannedFailover", words) ? RecoveryKind.UnplannedFailover
        : null;

    private static List<RecoveryPair> SystemsIn(string head, Meaning? meaning, RequestServices services)
    {
        var known = head.Split(Ends, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => PairOf(word, services.Systems))
            .Where(pair => services.Systems.Find(pair.Primary) is not null)
            .DistinctBy(pair => pair.Primary, StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (known.Count > 0)
            return known;

        var slots = meaning?.Slots;
        var from = slots?.GetValueOrDefault("from_lpar") ?? slots?.GetValueOrDefault("lpar");
        return from is null || NameChecks.Lpar(services.Names, from) is not Checked<string>.Right
            ? []
            : [PairOf(from, services.Systems) with { DrSide = slots?.GetValueOrDefault("to_lpar")?.ToUpperInvariant() }];
    }

    private static bool SaysDrill(SaidWords said, WordsCatalog words) =>
        Says(
            words.InEveryLanguage("event.say.not_drill").Aggregate(said, (rest, phrase) => rest.Without(phrase)),
            "event.say.kind.Drill",
            words);

    private static bool Says(SaidWords said, string key, WordsCatalog words) =>
        words.InEveryLanguage(key).Any(said.Hold);
}
