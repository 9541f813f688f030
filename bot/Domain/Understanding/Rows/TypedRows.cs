using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Vocabulary;

namespace ChatOpsBot.Domain.Understanding.Rows;

/// <summary>Finds rows while somebody types: by the words that stand there, and by what the last of them may become.</summary>
internal sealed class TypedRows(IRowSearch rows, IReadOnlyList<VocabularyFile> files) : IDisposable
{
    private readonly Lazy<PhraseBeginnings> _beginnings = new(() => new(files));

    public void LearnAhead() => _ = _beginnings.Value;

    /// <summary>The rows that fit, best first.</summary>
    public IReadOnlyList<RowMatch> Find(Sentence sentence, string language)
    {
        var said = rows.Find(sentence);
        var begun = _beginnings.Value.At(sentence, language)
            .SelectMany(hit => rows.Find(sentence with { Trade = [.. sentence.Trade, hit] }))
            // Which duty a half-typed word will touch is a guess: such a row is meant as a whole.
            .Select(finding => finding with { Duties = [] });
        return [.. said.Concat(begun)
            .GroupBy(finding => finding.Row)
            .Select(same => same.MaxBy(finding => finding.Score)!)
            .OrderByDescending(finding => finding.Score)
            .Select(finding => new RowMatch(finding.Row, finding.Duties.Aggregate(Party.None, (sides, duty) => sides | duty.Party)))];
    }

    public void Dispose()
    {
        if (_beginnings.IsValueCreated)
            _beginnings.Value.Dispose();
    }
}
