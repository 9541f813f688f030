namespace ChatOpsBot.Domain.Understanding.Model;

/// <summary>The features that the model knows, each with how rare it is; makes a vector of a message.</summary>
internal sealed class FeatureTable
{
    /// <summary>How much each kind of feature counts, in the order of <see cref="FeatureGroup"/>.</summary>
    private static readonly float[] GroupWeights = [1.0f, 0.6f, 0.8f];

    private readonly Dictionary<uint, int> _places;
    private readonly float[] _rarity;

    public FeatureTable(uint[] ids, float[] rarity)
    {
        Ids = ids;
        _rarity = rarity;
        _places = new(ids.Length);
        for (var at = 0; at < ids.Length; at++)
            _places[ids[at]] = at;
    }

    public uint[] Ids { get; }

    public ReadOnlySpan<float> Rarity => _rarity;

    /// <returns>The known features by their place, scaled so that each group has the length of its weight.</returns>
    public List<(int Place, float Value)> Vector(IEnumerable<Feature> features)
    {
        Span<float> squares = stackalloc float[GroupWeights.Length];
        var found = new List<(int Place, FeatureGroup Group)>();
        foreach (var feature in features)
        {
            if (!_places.TryGetValue(feature.Id, out var place))
                continue;
            found.Add((place, feature.Group));
            squares[(int)feature.Group] += _rarity[place] * _rarity[place];
        }

        var vector = new List<(int, float)>(found.Count);
        foreach (var (place, group) in found)
            vector.Add((place, _rarity[place] * GroupWeights[(int)group] / MathF.Sqrt(squares[(int)group])));
        return vector;
    }
}
