using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ChatOpsBot.Domain.Understanding.Model;

/// <summary>Multinomial logistic regression over sparse features, with weights of a byte: how likely each label is for a message.
/// Safe for many threads.</summary>
internal sealed class SentenceModel
{
    private const int Version = 2;

    private const int LargestWeight = 127;

    private readonly FeatureTable _features;
    private readonly sbyte[] _weights;
    private readonly float[] _scales;
    private readonly float[] _bias;

    private SentenceModel(IReadOnlyList<MessageLabel> labels, FeatureTable features, sbyte[] weights, float[] scales, float[] bias)
    {
        Labels = labels;
        _features = features;
        _weights = weights;
        _scales = scales;
        _bias = bias;
    }

    /// <param name="weights">By feature, then by label.</param>
    public static SentenceModel Of(IReadOnlyList<MessageLabel> labels, FeatureTable features, float[] weights, float[] bias)
    {
        var scales = new float[labels.Count];
        for (var at = 0; at < weights.Length; at++)
            scales[at % labels.Count] = MathF.Max(scales[at % labels.Count], MathF.Abs(weights[at]) / LargestWeight);
        var bytes = new sbyte[weights.Length];
        for (var at = 0; at < weights.Length; at++)
            bytes[at] = (sbyte)MathF.Round(weights[at] / MathF.Max(scales[at % labels.Count], float.Epsilon));
        return new SentenceModel(labels, features, bytes, scales, bias);
    }

    public IReadOnlyList<MessageLabel> Labels { get; }

    public int FeatureCount => _features.Ids.Length;

    public Weighing Weigh(IEnumerable<Feature> message) => new(Labels, SharesOf(message));

    private float[] SharesOf(IEnumerable<Feature> message)
    {
        var scores = new float[Labels.Count];
        foreach (var (place, value) in _features.Vector(message))
            Add(_weights.AsSpan(place * scores.Length, scores.Length), value, scores);

        for (var label = 0; label < scores.Length; label++)
            scores[label] = (scores[label] * _scales[label]) + _bias[label];
        return Shares(scores);
    }

    // Most of the time that a message takes goes here: as many labels at once as the processor can, and from the first message on,
    // where vectors that are not yet optimized would take twenty times as long.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<sbyte> weights, float value, Span<float> scores)
    {
        for (; weights.Length >= Vector<sbyte>.Count; weights = weights[Vector<sbyte>.Count..])
        {
            Vector.Widen(new Vector<sbyte>(weights), out var half, out var otherHalf);
            AddHalf(half, value, ref scores);
            AddHalf(otherHalf, value, ref scores);
        }

        for (var label = 0; label < scores.Length; label++)
            scores[label] += value * weights[label];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddHalf(Vector<short> weights, float value, ref Span<float> scores)
    {
        Vector.Widen(weights, out var quarter, out var otherQuarter);
        AddQuarter(quarter, value, ref scores);
        AddQuarter(otherQuarter, value, ref scores);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddQuarter(Vector<int> weights, float value, ref Span<float> scores)
    {
        (new Vector<float>(scores) + (value * Vector.ConvertToSingle(weights))).CopyTo(scores);
        scores = scores[Vector<float>.Count..];
    }

    public static float[] Shares(float[] scores)
    {
        var top = scores.Max();
        var total = 0f;
        for (var at = 0; at < scores.Length; at++)
            total += scores[at] = MathF.Exp(scores[at] - top);
        for (var at = 0; at < scores.Length; at++)
            scores[at] /= total;
        return scores;
    }

    /// <summary>Reads a model as it was written: unpacked, because unpacking would take most of the time of a start.</summary>
    /// <exception cref="InvalidDataException">The stream holds no model of this version.</exception>
    public static SentenceModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadInt32() != Version)
            throw new InvalidDataException("This is no sentence model of a version that is known.");
        var labels = new MessageLabel[reader.ReadInt32()];
        for (var at = 0; at < labels.Length; at++)
            labels[at] = MessageLabel.Parse(reader.ReadString());
        var scales = Bulk<float>(reader, labels.Length);
        var bias = Bulk<float>(reader, labels.Length);
        var count = reader.ReadInt32();
        var ids = Bulk<uint>(reader, count);
        var table = new FeatureTable(ids, Bulk<Half>(reader, count));
        return new SentenceModel(labels, table, Bulk<sbyte>(reader, count * labels.Length), scales, bias);
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Version);
        writer.Write(Labels.Count);
        foreach (var label in Labels)
            writer.Write($"{label}");
        foreach (var number in _scales.Concat(_bias))
            writer.Write(number);
        writer.Write(FeatureCount);
        foreach (var id in _features.Ids)
            writer.Write(id);
        foreach (var rarity in _features.Rarity)
            writer.Write(rarity);
        writer.Write(MemoryMarshal.AsBytes(_weights.AsSpan()));
    }

    // Number by number it would take several times as long. The file is little-endian, as every machine is that .NET runs on.
    private static T[] Bulk<T>(BinaryReader reader, int count)
        where T : unmanaged
    {
        var numbers = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }
}
