using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Rows;

/// <summary>Finds rows while somebody types: by the words that stand there, and by what the last of them may become.</summary>
internal sealed class TypedRows(IRowSearch rows, IReadOnlyList<VocabularyFile> files) : IDisposable
{
    // What fits half as well as the best is there by chance.
    private const double CloseToBest = 0.55;

    private readonly Lazy<PhraseBeginnings> _beginnings = new(() => new(files));

    public void LearnAhead() => _ = _beginnings.Value;

    /// <summary>The rows that fit, best first.</summary>
    public IReadOnlyList<RowMatch> Find(Sentence sentence, string language)
    {
        var beginnings = _beginnings.Value.At(sentence, language).ToList();
        var written =
            beginnings.Count > 0 ? sentence with { Trade = [.. sentence.Trade.Where(hit => !IsMendedEnd(hit, sentence))] } : sentence;
        var said = rows.Find(written);
        var begun = beginnings
            .SelectMany(hit => rows.Find(written with { Trade = [.. written.Trade, hit] }))
            // Which duty a half-typed word will touch is a guess: such a row is meant as a whole.
            .Select(finding => finding with { Duties = [] });
        var found = said.Concat(begun).GroupBy(finding => finding.Row).Select(same => same.MaxBy(finding => finding.Score)!)
            .OrderByDescending(finding => finding.Score).ToList();
        return [.. found.Where(finding => finding.Score >= found[0].Score * CloseToBest)
            .Select(finding => new RowMatch(finding.Row, finding.Duties.Aggregate(Party.None, (sides, duty) => sides | duty.Party)))];
    }

    // "firew" is no slip for "fire" where it is the beginning of "firewall".
    private static bool IsMendedEnd(Hit hit, Sentence sentence) => hit.Quality < 1 && hit.End == sentence.Words.Count;

    public void Dispose()
    {
        if (_beginnings.IsValueCreated)
            _beginnings.Value.Dispose();
    }
}
