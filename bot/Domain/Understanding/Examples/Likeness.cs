using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Domain.Understanding.Examples;

/// <summary>What a sentence most likely means, going by its likeness to the examples.</summary>
internal sealed class Likeness
{
    private const string AnyRow = "any";

    // Learned beside the start: the first sentences seldom need them.
    private readonly Task<Classifier> _kinds;
    private readonly Task<Classifier> _rows;
    private readonly Task<Classifier> _requests;

    public Likeness(IEnumerable<ExampleFile> files)
    {
        var all = files.ToList();
        var asked = all.SelectMany(file => file.Who).SelectMany(row => row.Value.SelectMany(party => party.Value.Select(text => (Row: row.Key, Party: party.Key, Text: text)))).ToList();
        var wished = all.SelectMany(file => file.Request).SelectMany(request => request.Value.Select(text => (text, request.Key))).ToList();
        _kinds = new Classifier([
            .. asked.Select(example => (example.Text, nameof(Intent.Responsibility))),
            .. wished.Select(example => (example.text, nameof(Intent.Request))),
            .. all.SelectMany(file => file.DrEvent).Select(text => (text, nameof(Intent.DrEvent))),
            .. all.SelectMany(file => file.SmallTalk).Select(text => (text, nameof(Intent.SmallTalk))),
            .. all.SelectMany(file => file.Outside).Select(text => (text, nameof(Intent.Unknown)))]);
        _rows = new Classifier(asked.Where(example => example.Row != AnyRow).Select(example => (example.Text, $"{example.Row}|{example.Party}")));
        _requests = new Classifier(wished);
    }

    /// <summary>The likeliest intent and how sure that is, from 0 to 1.</summary>
    public (Intent Intent, double Sure) Kind(string text)
    {
        var (label, sure) = _kinds.Classify(text)[0];
        return (Enum.Parse<Intent>(label), sure);
    }

    public double SureOf(Intent intent, string text) => _kinds.Classify(text).First(kind => kind.Label == intent.ToString()).Probability;

    /// <summary>The likeliest row and party.</summary>
    public (string Task, Party Party, double Sure) Row(string text)
    {
        var best = _rows.Classify(text).GroupBy(row => row.Label.Split('|')[0])
            .Select(row => (Task: row.Key, Sure: row.Sum(party => party.Probability), Best: row.First().Label)).MaxBy(row => row.Sure);
        return (best.Task, Enum.Parse<Party>(best.Best.Split('|')[1], ignoreCase: true), best.Sure);
    }

    public (string Request, double Sure) Request(string text) => _requests.Classify(text)[0];
}
