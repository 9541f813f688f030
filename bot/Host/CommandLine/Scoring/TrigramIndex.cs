namespace ChatOpsBot.Host.CommandLine.Scoring;

/// <summary>How like a message is to those that were learned from: likeness flatters a score.</summary>
internal sealed class TrigramIndex
{
    private const int Length = 3;

    private readonly Dictionary<string, List<int>> _messages = new(StringComparer.Ordinal);
    private readonly List<int> _sizes = [];

    public void Add(string text)
    {
        var trigrams = TrigramsOf(text);
        foreach (var trigram in trigrams)
        {
            if (!_messages.TryGetValue(trigram, out var holders))
                _messages[trigram] = holders = [];
            holders.Add(_sizes.Count);
        }

        _sizes.Add(trigrams.Count);
    }

    /// <returns>The share of trigrams that it has in common with the most similar message (Jaccard), from 0 to 1.</returns>
    public double MostLike(string text)
    {
        var trigrams = TrigramsOf(text);
        var common = new Dictionary<int, int>();
        foreach (var holder in trigrams.SelectMany(trigram => _messages.GetValueOrDefault(trigram, [])))
            common[holder] = common.GetValueOrDefault(holder) + 1;
        return common.Select(pair => (double)pair.Value / (trigrams.Count + _sizes[pair.Key] - pair.Value)).DefaultIfEmpty().Max();
    }

    private static HashSet<string> TrigramsOf(string text)
    {
        var plain = string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return [.. Enumerable.Range(0, Math.Max(0, plain.Length - Length + 1)).Select(at => plain.Substring(at, Length))];
    }
}
