namespace ChatOpsBot.Domain.Matrix.Reading;

/// <summary>Gathers what could not be read. Bounded: a page that is no page at all yields a hundred complaints, not a million.</summary>
internal sealed class WarningList
{
    private const int Most = 100;

    private readonly List<ReadingWarning> _warnings = [];
    private int _left;

    public void Add(int line, string message)
    {
        if (_warnings.Count < Most)
            _warnings.Add(new(line, message));
        else
            _left++;
    }

    public IReadOnlyList<ReadingWarning> InPageOrder()
    {
        var ordered = _warnings.OrderBy(warning => warning.Line).ToList();
        if (_left > 0)
            ordered.Add(new(ordered[^1].Line, $"{_left} more places were not understood."));
        return ordered;
    }
}
