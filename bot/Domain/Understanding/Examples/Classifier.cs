namespace ChatOpsBot.Domain.Understanding.Examples;

/// <summary>Multinomial logistic regression over sparse features, learned by stochastic gradient descent.</summary>
/// <remarks>Small enough to be learned at start from the example file itself, so that the examples stay the only thing to
/// edit: a trained model file would be a second truth. A machine learning library would take longer to load than this takes to
/// learn.</remarks>
internal sealed class Classifier
{
    private const int Rounds = 12;
    private const double FirstStep = 2;
    private const double StepShrinks = 0.85;
    private const double BiasStep = 0.1;
    private const double Negligible = 0.001;
    private const double PieceWeight = 0.5;

    private readonly Dictionary<string, int> _features = new(StringComparer.Ordinal);
    private readonly double[] _rarity;
    private readonly string[] _labels;
    private readonly double[][] _weights;
    private readonly double[] _bias;

    public Classifier(IEnumerable<(string Text, string Label)> examples)
    {
        var read = examples.Select(example => (Features: Features.Of(example.Text), example.Label)).ToList();
        _labels = [.. read.Select(example => example.Label).Distinct().Order(StringComparer.Ordinal)];
        _rarity = Rarity(read.Select(example => example.Features).ToList());
        _weights = [.. _labels.Select(_ => new double[_features.Count])];
        _bias = new double[_labels.Length];
        Learn([.. read.Select(example => (Vector(example.Features), Array.IndexOf(_labels, example.Label)))]);
    }

    /// <summary>Every label with its probability, likeliest first.</summary>
    public IReadOnlyList<(string Label, double Probability)> Classify(string text)
    {
        var shares = Shares(Vector(Features.Of(text)));
        return [.. _labels.Zip(shares).OrderByDescending(pair => pair.Second)];
    }

    private double[] Rarity(List<IReadOnlySet<string>> read)
    {
        var counts = new List<int>();
        foreach (var feature in read.SelectMany(features => features))
        {
            if (_features.TryAdd(feature, counts.Count))
                counts.Add(0);
            counts[_features[feature]]++;
        }

        var weight = new double[counts.Count];
        foreach (var (feature, at) in _features)
            weight[at] =
                Math.Log((double)read.Count / counts[at]) * (feature.StartsWith("piece:", StringComparison.Ordinal) ? PieceWeight : 1);
        return weight;
    }

    private (int At, double Value)[] Vector(IReadOnlySet<string> features)
    {
        var known = features.Where(_features.ContainsKey).Select(feature => _features[feature]).ToArray();
        var length = Math.Sqrt(known.Sum(at => _rarity[at] * _rarity[at]));
        return [.. known.Select(at => (at, length > 0 ? _rarity[at] / length : 0))];
    }

    private void Learn(((int At, double Value)[] Vector, int Label)[] examples)
    {
        // A fixed seed: the same examples give the same answers on every machine.
        var chance = new Random(1);
        var step = FirstStep;
        for (var round = 0; round < Rounds; round++, step *= StepShrinks)
        {
            chance.Shuffle(examples);
            foreach (var (vector, label) in examples)
                Step(vector, label, step);
        }
    }

    private void Step((int At, double Value)[] vector, int label, double step)
    {
        var shares = Shares(vector);
        for (var c = 0; c < _labels.Length; c++)
        {
            var miss = (c == label ? 1 : 0) - shares[c];
            if (Math.Abs(miss) < Negligible)
                continue;
            var pull = step * miss;
            foreach (var (at, value) in vector)
                _weights[c][at] += pull * value;
            _bias[c] += BiasStep * pull;
        }
    }

    private double[] Shares((int At, double Value)[] vector)
    {
        var scores = new double[_labels.Length];
        for (var c = 0; c < scores.Length; c++)
        {
            scores[c] = _bias[c];
            foreach (var (at, value) in vector)
                scores[c] += _weights[c][at] * value;
        }

        var top = scores.Max();
        var total = 0.0;
        for (var c = 0; c < scores.Length; c++)
            total += scores[c] = Math.Exp(scores[c] - top);
        return [.. scores.Select(score => score / total)];
    }
}
