using ChatOpsBot.Domain.Understanding.Labels;

namespace ChatOpsBot.Domain.Understanding.Model;

/// <summary>How likely each label is for one message.</summary>
internal sealed class Weighing(IReadOnlyList<MessageLabel> labels, IReadOnlyList<float> shares)
{
    // An answer to something that the matrix does not cover is worse than none.
    private const float InDoubtOutside = 2;

    private static readonly MessageKind[] Kinds = Enum.GetValues<MessageKind>();

    private readonly float[] _kinds = SumsOf(labels, shares);

    private List<(string Task, float Share)>? _tasks;

    /// <summary>The label to go by, among those of the kinds that are left.</summary>
    public MessageLabel BestExcept(params ReadOnlySpan<MessageKind> ruledOut)
    {
        var best = Kinds[0];
        var most = -1f;
        foreach (var kind in Kinds)
        {
            if (!ruledOut.Contains(kind) && Share(kind) > most)
                (best, most) = (kind, Share(kind));
        }

        if (best == MessageKind.Who && !ruledOut.Contains(MessageKind.Outofscope) && Share(MessageKind.Outofscope) * InDoubtOutside > most)
            best = MessageKind.Outofscope;
        var label = BestOf(best).Label;
        return label.Task is null or MessageLabel.WholeMatrix ? label : BestOfLikeliestTask();
    }

    /// <summary>The share of a kind among all, from 0 to 1.</summary>
    public float Share(MessageKind kind) => _kinds[(int)kind];

    /// <summary>The share of what a label asks about: of its row whichever side is meant, or of its kind where it names none.</summary>
    public float Share(MessageLabel label) =>
        label.Task is null ? Share(label.Kind) : Sum(other => other.Task == label.Task);

    /// <summary>The likeliest label of one kind, and its share among all.</summary>
    public (MessageLabel Label, float Share) BestOf(MessageKind kind) => BestWhere(label => label.Kind == kind);

    /// <summary>Rows by how likely a question about them is, whatever else the message may be.</summary>
    public IReadOnlyList<(string Task, float Share)> Tasks() => _tasks ??= [.. labels
        .Where(label => label.Task is not null and not MessageLabel.WholeMatrix).Select(label => label.Task!).Distinct()
        .Select(task => (task, Sum(label => label.Task == task))).OrderByDescending(row => row.Item2)];

    private MessageLabel BestOfLikeliestTask()
    {
        var task = Tasks()[0].Task;
        return BestWhere(label => label.Task == task).Label;
    }

    public IEnumerable<(MessageLabel Label, float Share)> Likeliest(int most) =>
        labels.Zip(shares).OrderByDescending(pair => pair.Second).Take(most);

    private (MessageLabel Label, float Share) BestWhere(Func<MessageLabel, bool> fits)
    {
        var best = Enumerable.Range(0, labels.Count).Where(at => fits(labels[at])).MaxBy(at => shares[at]);
        return (labels[best], shares[best]);
    }

    private static float[] SumsOf(IReadOnlyList<MessageLabel> labels, IReadOnlyList<float> shares)
    {
        var sums = new float[Kinds.Length];
        for (var at = 0; at < labels.Count; at++)
            sums[(int)labels[at].Kind] += shares[at];
        return sums;
    }

    private float Sum(Func<MessageLabel, bool> fits)
    {
        var sum = 0f;
        for (var at = 0; at < labels.Count; at++)
            sum += fits(labels[at]) ? shares[at] : 0;
        return sum;
    }
}
