using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding.Labels;

namespace ChatOpsBot.Domain.Understanding.Model;

/// <summary>How likely each label is for one message.</summary>
internal sealed class Weighing(IReadOnlyList<MessageLabel> labels, IReadOnlyList<float> shares)
{
    /// <summary>The likeliest label.</summary>
    public MessageLabel Best => labels[BestPlace];

    /// <summary>Its share, from 0 to 1.</summary>
    public float Sure => shares[BestPlace];

    private int BestPlace { get; } = Enumerable.Range(0, shares.Count).MaxBy(at => shares[at]);

    public float Share(MessageKind kind) => Sum(label => label.Kind == kind);

    /// <summary>The likeliest label of one kind, and its share among all.</summary>
    public (MessageLabel Label, float Share) BestOf(MessageKind kind) => BestWhere(label => label.Kind == kind);

    /// <summary>The likeliest party of a row.</summary>
    public Party PartyOf(string task) => BestWhere(label => label.Task == task).Label.Party;

    /// <summary>Rows by how likely a question about them is, whatever else the message may be.</summary>
    public IEnumerable<(string Task, float Share)> Tasks() => labels
        .Where(label => label.Task is not null and not MessageLabel.WholeMatrix).Select(label => label.Task!).Distinct()
        .Select(task => (task, Sum(label => label.Task == task))).OrderByDescending(row => row.Item2);

    public IEnumerable<(MessageLabel Label, float Share)> Likeliest(int most) =>
        labels.Zip(shares).OrderByDescending(pair => pair.Second).Take(most);

    private (MessageLabel Label, float Share) BestWhere(Func<MessageLabel, bool> fits)
    {
        var best = Enumerable.Range(0, labels.Count).Where(at => fits(labels[at])).MaxBy(at => shares[at]);
        return (labels[best], shares[best]);
    }

    private float Sum(Func<MessageLabel, bool> fits)
    {
        var sum = 0f;
        for (var at = 0; at < labels.Count; at++)
            sum += fits(labels[at]) ? shares[at] : 0;
        return sum;
    }
}
