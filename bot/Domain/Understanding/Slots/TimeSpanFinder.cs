using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Slots;

/// <summary>Finds the stretch of a sentence that tells a time, as it was said: "tonight at 11pm", "before the upgrade".
/// What it means as a moment is not decided here.</summary>
internal sealed partial class TimeSpanFinder
{
    private const int LongestEvent = 4;
    private const int LongestClock = 12;

    private readonly HashSet<string> _points;
    private readonly HashSet<string> _joiners;
    private readonly HashSet<string> _stripped;
    private readonly HashSet<string> _kept;
    private readonly HashSet<string> _units;
    private readonly HashSet<string> _lengths;
    private readonly HashSet<string> _events;
    private readonly HashSet<string> _closely;
    private readonly HashSet<string> _ends;
    private readonly ILookup<string, string[]> _phrases;

    // In a language without spaces the words of time are found by their characters.
    private readonly UnspacedTimes? _unspaced;

    public TimeSpanFinder(IReadOnlyDictionary<string, List<string>> words)
    {
        HashSet<string> Of(params IEnumerable<string> keys) =>
            new(keys.SelectMany(key => words.GetValueOrDefault(key, [])), StringComparer.OrdinalIgnoreCase);
        _points = Of("days", "months", "units", "moments");
        // Of a phrase each word counts: "a las" (Spanish) joins a day and its time.
        _joiners = new(
            Of("relative", "days", "months", "units", "moments").SelectMany(phrase => phrase.Split(' ')), StringComparer.OrdinalIgnoreCase);
        _units = Of("units", "moments");
        _lengths = [.. Of("units").Except(Of("moments"))];
        _stripped = Of("strip");
        _kept = Of("keep");
        _events = Of("events");
        _closely = Of("closely");
        _ends = Of("ends");
        _phrases = Of("phrases").Select(phrase => phrase.Split(' ')).ToLookup(phrase => phrase[0], StringComparer.OrdinalIgnoreCase);
        _unspaced = UnspacedTimes.For(words.GetValueOrDefault("days", []));
    }

    /// <summary>The stretches found, in their order.</summary>
    public IReadOnlyList<string> Find(Sentence sentence)
    {
        if (_unspaced is not null)
            return _unspaced.Find(sentence.Text);

        var found = new List<string>();
        for (var at = 0; at < sentence.Words.Count;)
        {
            var end = EndOf(sentence, at);
            if (end > at && Cut(sentence, at, end) is { } text)
                found.Add(text);
            at = Math.Max(end, at + 1);
        }

        return found;
    }

    // "right before the upgrade" begins a word earlier than "before the upgrade".
    private int EndOf(Sentence sentence, int at)
    {
        var isLead = _closely.Contains(Plain(sentence, at)) && at + 1 < sentence.Words.Count && _events.Contains(Plain(sentence, at + 1));
        var lead = isLead ? at + 1 : at;
        return _events.Contains(Plain(sentence, lead)) ? EndOfEvent(sentence, lead)
            : _kept.Contains(Plain(sentence, at)) ? EndOfRun(sentence, at + 1)
            : EndOfRun(sentence, at);
    }

    private static string Plain(Sentence sentence, int at) => sentence.Words[at].Token.Plain;

    private bool IsTime(Sentence sentence, int at) =>
        _points.Contains(Plain(sentence, at)) || _joiners.Contains(Plain(sentence, at)) || Number().IsMatch(Plain(sentence, at));

    private int EndOfRun(Sentence sentence, int at)
    {
        while (at < sentence.Words.Count)
        {
            var end = Math.Max(AfterIso(sentence, at), AfterPhrase(sentence, at));
            if (end == at && !IsTime(sentence, at))
                break;
            at = Math.Max(end, at + 1);
        }

        return at;
    }

    // "2026-11-27T22:00Z" is several words of which none is a time.
    private static int AfterIso(Sentence sentence, int at)
    {
        var iso = Iso().Match(sentence.Text, sentence.Words[at].Token.Start);
        var end = iso.Index + iso.Length;
        while (iso.Success && at < sentence.Words.Count && sentence.Words[at].Token.Start < end)
            at++;
        return at;
    }

    // In "the day before yesterday" the word "before" begins no bound.
    private int AfterPhrase(Sentence sentence, int at)
    {
        var longest = 0;
        foreach (var phrase in _phrases[Plain(sentence, at)])
        {
            if (phrase.Length > longest && StandsAt(sentence, at, phrase))
                longest = phrase.Length;
        }

        return at + longest;
    }

    private static bool StandsAt(Sentence sentence, int at, string[] phrase)
    {
        for (var word = 0; word < phrase.Length; word++)
        {
            if (at + word >= sentence.Words.Count || !phrase[word].Equals(Plain(sentence, at + word), StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    // "before the upgrade", "during the cutover weekend": up to four words, as far as the clause goes.
    private int EndOfEvent(Sentence sentence, int at)
    {
        var end = EndOfRun(sentence, at + 1);
        while (end < sentence.Words.Count && end - at <= LongestEvent
            && !sentence.Words[end].StartsClause && !_ends.Contains(Plain(sentence, end)))
            end++;
        return end;
    }

    private bool IsPoint(Sentence sentence, int at) =>
        _points.Contains(Plain(sentence, at)) || Clock().IsMatch(From(sentence, at));

    // A clock time is several words ("22:00"), so it is looked for in the text itself.
    private static string From(Sentence sentence, int at)
    {
        var start = sentence.Words[at].Token.Start;
        return sentence.Text[start..Math.Min(sentence.Text.Length, start + LongestClock)];
    }

    private string? Cut(Sentence sentence, int first, int end)
    {
        var isEvent = _events.Contains(Plain(sentence, first)) || _closely.Contains(Plain(sentence, first));
        var keeps = isEvent || _kept.Contains(Plain(sentence, first));
        if (!isEvent && !Enumerable.Range(first, end - first).Any(at => IsPoint(sentence, at)))
            return null;
        while (!keeps && first < end - 1 && _stripped.Contains(Plain(sentence, first)) && !BeginsAmount(sentence, first, end))
            first++;
        while (end - 1 > first && IsLoose(sentence, end - 1))
            end--;
        var (start, stop) = (sentence.Words[first].Token.Start, sentence.Words[end - 1].Token.End);
        return Possessive().Replace(sentence.Text[start..ZoneTail.EndOf(sentence.Text, stop)], "");
    }

    // What begins something else: "tonight at 22:00 before the ...", but not "the day before".
    private bool IsLoose(Sentence sentence, int at) => _stripped.Contains(Plain(sentence, at)) || _kept.Contains(Plain(sentence, at))
        || (_events.Contains(Plain(sentence, at)) && !_lengths.Contains(Plain(sentence, at - 1)));

    // "an hour ago" is not "hour ago", and "in half an hour" no length of time. A preposition before anything longer says nothing.
    private bool BeginsAmount(Sentence sentence, int first, int end) => end - first is 2 or 3 or 4
        && Article().IsMatch(Plain(sentence, first))
        && Enumerable
            .Range(first + 1, Math.Min(3, end - first - 1))
            .Any(at => _units.Contains(Plain(sentence, at)) && Unit().IsMatch(Plain(sentence, at)))
        && !Enumerable.Range(first + 1, end - first - 1).Any(at => Definite().IsMatch(Plain(sentence, at)));

    [GeneratedRegex("^(a|an|in)$", RegexOptions.IgnoreCase)]
    private static partial Regex Article();

    [GeneratedRegex("^(min|mins|minutes?|hours?|hrs?|h|days?|weeks?|months?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Unit();

    [GeneratedRegex("^(the|this|last|next|of)$", RegexOptions.IgnoreCase)]
    private static partial Regex Definite();

    [GeneratedRegex(@"^\d+([:.,xh-]\d+)*(st|nd|rd|th|am|pm|h|z|utc)?$|^\d{4}-\d\d-\d\dt[\d:.]+z?$")]
    private static partial Regex Number();

    [GeneratedRegex(@"\G\d{4}-\d\d-\d\d(?:[tT ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[zZ]|[+-]\d\d:?\d\d)?)?")]
    private static partial Regex Iso();

    // A time of day, a year, an ISO date, 24x7, "14th", "14.11.".
    [GeneratedRegex(
        @"^(\d{1,2}[:.]\d\d|\d{1,2} ?(am|pm|h|uhr)\b|\d{4}(?!\d)|\d+x\d+|\d+(st|nd|rd|th)\b|\d{1,2}\.\d{1,2}\.|\d{1,2}-\d{1,2}\b|\d{1,2}/\d{1,2})",
        RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex("['’]s$")]
    private static partial Regex Possessive();
}
