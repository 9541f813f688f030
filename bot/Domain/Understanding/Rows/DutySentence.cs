using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Understanding.Text;

namespace ChatOpsBot.Domain.Understanding.Rows;

/// <summary>A sentence of a duty, with the words that say what is done.</summary>
internal sealed partial class DutySentence
{
    // Before the verb: "The customer is also responsible for ...", "Optionally ...".
    private static readonly HashSet<string> Preludes =
    [
        "ibm", "the", "customer", "customers", "client", "clients", "you", "your", "it", "is", "are", "s", "also", "responsible",
        "responsibility", "of", "to", "for", "optional", "optionally", "automatically", "continuously", "regularly", "periodically", "can",
        "must", "will", "should", "have", "has", "need", "needs", "as", "ensure", "that",
    ];

    // So common that a language counts them among its grammar; at the head of a duty they say what is done.
    private static readonly HashSet<string> CommonVerbs =
    [
        "set", "sets", "setting", "provide", "provides", "manage", "manages", "managing", "maintain", "maintains", "maintaining", "run",
        "runs", "running", "make", "makes", "put", "puts", "keep", "keeps", "take", "takes", "give", "gives", "ensure", "ensures",
        "perform", "performs", "own", "owns", "start", "starts",
    ];

    // "Depending on your needs, ...", "As part of your duties, ...": what is done comes after the comma.
    private static readonly HashSet<string> Conditions =
        ["depending", "as", "if", "when", "since", "because", "in", "after", "before", "upon", "once", "with", "where", "following"];

    private static readonly HashSet<string> Joints = ["and", "or"];

    // What these hand over is for the other side to act on.
    private static readonly HashSet<string> Giving = ["provide", "provides", "providing", "offer", "offers", "deliver", "delivers"];

    private readonly string _text;
    private readonly IReadOnlyList<Token> _words;

    private DutySentence(string text, IReadOnlyList<Token> words) => (_text, _words) = (text, words);

    public IReadOnlyList<Token> Words => _words;

    /// <summary>The sentence hands something over: "Provide patches", "Make updates available for you to apply".</summary>
    public bool Gives => Lead() is var lead && lead < _words.Count
        && (Giving.Contains(_words[lead].Plain)
            || _words.Any(word => word.Plain == "ability")
            || (_words[lead].Plain is "make" or "makes" && _words.Any(word => word.Plain == "available")));

    /// <summary>The sentences of a duty that say something themselves; "For more information, see ..." does not, nor does "It is not IBM's
    /// responsibility to ...".</summary>
    public static IEnumerable<DutySentence> Of(string duty, Tokenizer roots) => SentenceEnd().Split(duty)
        .Where(sentence => !Reference().IsMatch(sentence) && !Denial().IsMatch(sentence))
        .Select(sentence => new DutySentence(sentence, roots.Read(sentence)));

    /// <summary>A word that stands before the verb and says nothing of what is done.</summary>
    public static bool IsPrelude(string plain) => Preludes.Contains(plain);

    /// <summary>A verb as common as "set" or "provide".</summary>
    public static bool IsCommonVerb(string plain) => CommonVerbs.Contains(plain);

    /// <summary>
    /// Positions of the verbs: the one that leads, those of a purpose ("use the console to apply"), and those listed with one.
    /// </summary>
    public IReadOnlySet<int> Verbs()
    {
        var verbs = new HashSet<int>();
        var gives = Gives;
        for (var at = Lead(); at < _words.Count; at++)
        {
            if (verbs.Count == 0 || (!gives && (_words[at - 1].Plain == "to" || IsListedWith(at, verbs))))
                verbs.Add(at);
        }

        return verbs;
    }

    private int Lead()
    {
        var at = _words.Count > 0 && Conditions.Contains(_words[0].Plain) ? Math.Max(0, FirstAfterComma()) : 0;
        while (at < _words.Count && Preludes.Contains(_words[at].Plain))
            at++;
        return at;
    }

    // "Grant, revoke, and manage access"; "manage or monitor".
    private bool IsListedWith(int at, HashSet<int> verbs) =>
        !Joints.Contains(_words[at].Plain)
            && (verbs.Contains(at - 1) ? HasComma(at) : at > 1 && Joints.Contains(_words[at - 1].Plain) && verbs.Contains(at - 2));

    private int FirstAfterComma() => Enumerable.Range(1, _words.Count - 1).FirstOrDefault(HasComma);

    private bool HasComma(int at) => _text.AsSpan()[_words[at - 1].End.._words[at].Start].Contains(',');

    // "Apply the patches of the master, and provide those of the nodes" does one thing and hands over the other.
    [GeneratedRegex(@"(?<=[.!?;])\s+|,? (?:and|but) (?=provides?\b)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\bnot (?:\S+ ){0,2}responsib", RegexOptions.IgnoreCase)]
    private static partial Regex Denial();

    [GeneratedRegex(@"^(?:(?:for|to) (?:more|learn)\b|see |learn (?:more|how)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();
}
