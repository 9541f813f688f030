using ChatOpsBot.Domain.Understanding.Model;

namespace ChatOpsBot.Training;

/// <summary>Learns a <see cref="SentenceModel"/> from examples: logistic regression by stochastic gradient descent, with steps that
/// shrink per weight (AdaGrad). Weights are averaged over the later rounds of several orders of the examples, so that chance counts
/// little. The same examples give the same model.</summary>
internal sealed class Trainer
{
    // Chosen by the figures on the tuning part.
    private const int Orders = 3;
    private const int Rounds = 12;
    private const int AveragedFrom = Rounds / 3;
    private const int LeastExamples = 2;
    private const float Step = 0.3f;
    private const float BiasStep = 0.01f;
    private const float Shrink = 1e-5f;
    private const float Steady = 1e-4f;
    private const float CommonestRarity = 0.1f;

    private readonly FeatureTable _table;
    private readonly MessageLabel[] _labels;
    private readonly LabelParts _parts;
    private readonly float[] _weights;
    private readonly float[] _squares;
    private readonly double[] _sums;
    private readonly float[] _bias;
    private readonly float[] _scores;
    private readonly float[] _partScores;

    private Trainer(IReadOnlyList<Example> examples)
    {
        _table = TableOf(examples);
        _labels = [.. examples.Select(example => example.Label).Distinct().OrderBy(label => $"{label}", StringComparer.Ordinal)];
        _parts = new LabelParts(_labels);
        _weights = new float[_table.Ids.Length * _parts.Count];
        _squares = new float[_weights.Length];
        _sums = new double[_weights.Length];
        _bias = new float[_parts.Count];
        _scores = new float[_labels.Length];
        _partScores = new float[_parts.Count];
    }

    public static SentenceModel Train(IReadOnlyList<Example> examples)
    {
        var trainer = new Trainer(examples);
        for (var order = 1; order <= Orders; order++)
            trainer.Learn(examples, order);
        return trainer.Model();
    }

    private static FeatureTable TableOf(IReadOnlyList<Example> examples)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var feature in examples.SelectMany(example => example.Features))
            counts[feature.Id] = counts.GetValueOrDefault(feature.Id) + 1;
        var ids = counts.Where(pair => pair.Value >= LeastExamples).Select(pair => pair.Key).Order().ToArray();
        return new FeatureTable(ids, [.. ids.Select(id => (Half)(MathF.Log((float)examples.Count / counts[id]) + CommonestRarity))]);
    }

    private void Learn(IReadOnlyList<Example> examples, int order)
    {
        Array.Clear(_weights);
        Array.Clear(_squares);
        var vectors = examples
            .Select(example => (Vector: _table.Vector(example.Features).ToArray(), Label: Array.IndexOf(_labels, example.Label))).ToArray();
        var chance = new Random(order);
        for (var round = 0; round < Rounds; round++)
        {
            chance.Shuffle(vectors);
            foreach (var (vector, label) in vectors)
                LearnFrom(vector, label);
            for (var at = 0; round >= AveragedFrom && at < _weights.Length; at++)
                _sums[at] += _weights[at];
        }
    }

    private void LearnFrom((int Place, float Value)[] vector, int label)
    {
        var parts = _parts.Count;
        _bias.CopyTo(_partScores, 0);
        foreach (var (place, value) in vector)
        {
            var weights = _weights.AsSpan(place * parts, parts);
            for (var part = 0; part < parts; part++)
                _partScores[part] += value * weights[part];
        }

        _parts.Join(_partScores, _scores);
        SentenceModel.Shares(_scores);
        for (var at = 0; at < _scores.Length; at++)
            _scores[at] = (at == label ? 1 : 0) - _scores[at];
        _parts.Share(_scores, _partScores);

        foreach (var (place, value) in vector)
        {
            var weights = _weights.AsSpan(place * parts, parts);
            var squares = _squares.AsSpan(place * parts, parts);
            for (var part = 0; part < parts; part++)
            {
                var pull = (_partScores[part] * value) - (Shrink * weights[part]);
                squares[part] += pull * pull;
                weights[part] += Step * pull / MathF.Sqrt(squares[part] + Steady);
            }
        }

        for (var part = 0; part < parts; part++)
            _bias[part] += BiasStep * _partScores[part];
    }

    private SentenceModel Model()
    {
        var parts = _parts.Count;
        var labels = _labels.Length;
        var joined = new float[_table.Ids.Length * labels];
        var averaged = new float[parts];
        for (var place = 0; place < _table.Ids.Length; place++)
        {
            for (var part = 0; part < parts; part++)
                averaged[part] = (float)(_sums[(place * parts) + part] / ((Rounds - AveragedFrom) * Orders));
            _parts.Join(averaged, joined.AsSpan(place * labels, labels));
        }

        var bias = new float[labels];
        _parts.Join(_bias, bias);
        return SentenceModel.Of(_labels, _table, joined, bias);
    }
}
