namespace ChatOpsBot.Domain.Understanding.Model;

/// <summary>The tasks that labels name, each once, in the order of the labels. The whole matrix is no task.</summary>
internal sealed class LabelTasks
{
    private const int None = -1;

    private readonly List<string> _names;

    // By label, the place of its task among the names.
    private readonly int[] _places;

    public LabelTasks(IReadOnlyList<MessageLabel> labels)
    {
        _names = [.. labels.Select(NameOf).OfType<string>().Distinct()];
        _places = [.. labels.Select(label => NameOf(label) is { } name ? _names.IndexOf(name) : None)];
    }

    public IReadOnlyList<string> Names => _names;

    /// <summary>By name, the sum of what its labels have.</summary>
    /// <param name="shares">By label.</param>
    public float[] Sums(float[] shares)
    {
        var sums = new float[_names.Count];
        for (var label = 0; label < shares.Length; label++)
        {
            if (_places[label] is not None and var task)
                sums[task] += shares[label];
        }

        return sums;
    }

    private static string? NameOf(MessageLabel label) => label.Task is MessageLabel.WholeMatrix ? null : label.Task;
}
