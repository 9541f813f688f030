using ChatOpsBot.Domain.Understanding;
using ChatOpsBot.Domain.Understanding.Labels;
using ChatOpsBot.Domain.Understanding.Model;

namespace ChatOpsBot.Training;

/// <summary>Labels are learned by their parts, so that a question and a request about backups learn from each other what a backup is
/// called. A label's weight is the sum of those of its parts.</summary>
internal sealed class LabelParts
{
    private const string Failover = "dr_failover";

    private static readonly Dictionary<string, string> Rows =
        Embedded.Trade().Requests.ToDictionary(request => request.Key, request => request.Value.Row);

    private readonly int[][] _parts;

    public LabelParts(IReadOnlyList<MessageLabel> labels)
    {
        var names = labels.Select(label => PartsOf(label).ToList()).ToList();
        var all = names.SelectMany(parts => parts).Distinct().ToList();
        _parts = [.. names.Select(parts => parts.Select(part => all.IndexOf(part)).ToArray())];
        Count = all.Count;
    }

    public int Count { get; }

    /// <summary>The score of each label from those of the parts.</summary>
    public void Join(ReadOnlySpan<float> parts, Span<float> labels)
    {
        for (var label = 0; label < labels.Length; label++)
        {
            labels[label] = 0;
            foreach (var part in _parts[label])
                labels[label] += parts[part];
        }
    }

    /// <summary>What each part has to learn from what its labels have to learn.</summary>
    public void Share(ReadOnlySpan<float> labels, Span<float> parts)
    {
        parts.Clear();
        for (var label = 0; label < labels.Length; label++)
        {
            foreach (var part in _parts[label])
                parts[part] += labels[label];
        }
    }

    private static IEnumerable<string> PartsOf(MessageLabel label)
    {
        yield return $"kind {label.Kind}";
        yield return $"{label}";
        if ((label.Task ?? RowOf(label)) is { } row)
            yield return $"row {row}";
        if (label.Task is not null)
        {
            yield return "names a task";
            yield return $"party {label.Party}";
        }
    }

    private static string? RowOf(MessageLabel label) =>
        Rows.GetValueOrDefault(label.Kind == MessageKind.DrEvent ? Failover : label.Request ?? "");
}
