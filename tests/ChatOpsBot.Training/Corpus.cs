using ChatOpsBot.Domain.Understanding.Labels;
using ChatOpsBot.Domain.Understanding.Model;

namespace ChatOpsBot.Training;

/// <summary>The labelled messages: a file per author, in a folder per part.</summary>
internal sealed class Corpus(DirectoryInfo folder)
{
    /// <param name="part">"train", "tune" or "test".</param>
    /// <exception cref="FormatException">A line is no labelled message.</exception>
    public IReadOnlyList<LabelledMessage> Read(string part) =>
        [.. folder.CreateSubdirectory(part).GetFiles("*.jsonl").OrderBy(file => file.Name, StringComparer.Ordinal).SelectMany(Read)];

    private static IEnumerable<LabelledMessage> Read(FileInfo file) => File.ReadLines(file.FullName).Select((line, at) =>
    {
        try
        {
            return LabelledMessage.Read(line);
        }
        catch (System.Text.Json.JsonException fault)
        {
            throw new FormatException($"{file.Name}, line {at + 1}: {fault.Message}", fault);
        }
    });

    /// <summary>Messages as the model sees them, each with its label.</summary>
    public static IReadOnlyList<Example> ExamplesOf(
        IReadOnlyList<LabelledMessage> messages, Func<string, IReadOnlySet<Feature>> featuresOf)
    {
        var examples = new Example[messages.Count];
        Parallel.For(0, examples.Length, at => examples[at] = new(featuresOf(messages[at].Text), MessageLabel.Of(messages[at])));
        return examples;
    }
}
