using System.Globalization;
using ChatOpsBot.Domain.Understanding.Labels;
using ChatOpsBot.Domain.Understanding.Model;

namespace ChatOpsBot.Training;

/// <summary>How often the model alone is right, by kind.</summary>
internal static class Figures
{
    public static void Print(
        TextWriter output, SentenceModel model, IReadOnlyList<LabelledMessage> messages, IReadOnlyList<Example> examples)
    {
        var told = examples.Select(example => model.Weigh(example.Features).BestExcept());
        var right = messages.Zip(told).Select(pair => (pair.First.Kind, IsRight: IsRight(pair.First, pair.Second))).ToList();
        foreach (var kind in right.GroupBy(message => message.Kind).OrderBy(kind => kind.Key))
            Line(output, $"{kind.Key}", [.. kind]);
        Line(output, "all", right);
    }

    private static bool IsRight(LabelledMessage message, MessageLabel told) =>
        message.AcceptsKind(told.Kind)
        && (told.Kind != MessageKind.Who || message.Accepts(
            told.Kind, told.Task == MessageLabel.WholeMatrix ? null : told.Task, told.Task is null ? null : told.Party))
        && (told.Kind != MessageKind.Request || message.Kind != MessageKind.Request || told.Request == message.Request);

    private static void Line(TextWriter output, string name, List<(MessageKind Kind, bool IsRight)> messages) => output.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-12}{messages.Count,6}{(double)messages.Count(message => message.IsRight) / messages.Count,8:P1}"));
}
