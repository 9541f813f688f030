using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Domain.Understanding.Examples;

/// <summary>What a sentence most likely means, going by its likeness to the examples.</summary>
internal sealed class Likeness
{
    private const string AnyRow = "any";

    // Learned when first needed, each in some tenths of a second: most sentences never ask for the last two.
    private readonly Lazy<Classifier> _kinds;
    private readonly Lazy<Classifier> _rows;
    private readonly Lazy<Classifier> _requests;

    public Likeness(IEnumerable<ExampleFile> files)
    {
        var all = files.ToList();
        var asked = all.SelectMany(file => file.Who)
            .SelectMany(row => row.Value.SelectMany(party => party.Value.Select(text => new Question(text, row.Key, party.Key)))).ToList();
        var wished = all.SelectMany(file => file.Request).SelectMany(request => request.Value.Select(text => (text, request.Key))).ToList();
        _rows = new(() =>
            new Classifier(asked.Where(question => question.Row != AnyRow).Select(question => (question.Text, question.Label))));
        _requests = new(() => new Classifier(wished));
        _kinds = new(() => new Classifier([
            .. asked.Select(question => (question.Text, nameof(Intent.Responsibility))),
            .. wished.Select(wish => (wish.text, nameof(Intent.Request))),
            .. all.SelectMany(file => file.DrEvent).Select(text => (text, nameof(Intent.DrEvent))),
            .. all.SelectMany(file => file.SmallTalk).Select(text => (text, nameof(Intent.SmallTalk))),
            .. all.SelectMany(file => file.Outside).Select(text => (text, nameof(Intent.Unknown)))]));
    }

    /// <summary>Learns all at once, so that no sentence has to wait for it.</summary>
    public void LearnAhead() => _ = (_kinds.Value, _rows.Value, _requests.Value);

    /// <summary>The likeliest intent and how sure that is, from 0 to 1.</summary>
    public (Intent Intent, double Sure) Kind(string text)
    {
        var (label, sure) = _kinds.Value.Classify(text)[0];
        return (Enum.Parse<Intent>(label), sure);
    }

    /// <summary>The likeliest row and party.</summary>
    public (string Task, Party Party, double Sure) Row(string text)
    {
        var best = _rows.Value.Classify(text).GroupBy(row => row.Label.Split('|')[0])
            .Select(row => (Task: row.Key, Sure: row.Sum(party => party.Probability), Best: row.First().Label)).MaxBy(row => row.Sure);
        return (best.Task, Enum.Parse<Party>(best.Best.Split('|')[1], ignoreCase: true), best.Sure);
    }

    public (string Request, double Sure) Request(string text) => _requests.Value.Classify(text)[0];

    private sealed record Question(string Text, string Row, string Party)
    {
        public string Label => $"{Row}|{Party}";
    }
}
