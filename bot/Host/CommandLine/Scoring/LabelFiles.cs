using System.Text.Json;
using ChatOpsBot.Domain.Understanding.Labels;

namespace ChatOpsBot.Host.CommandLine.Scoring;

/// <summary>Labelled messages in files of JSON lines, one file or a folder of them.</summary>
internal static class LabelFiles
{
    /// <exception cref="StartFaultException">There is no such file or folder, or a line is no labelled message.</exception>
    public static IReadOnlyList<LabelledMessage> Read(string path)
    {
        try
        {
            return [.. FilesAt(path).SelectMany(ReadFile)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartFaultException($"{path} cannot be read: {fault.Message}", fault);
        }
    }

    private static IEnumerable<string> FilesAt(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.jsonl").Order(StringComparer.Ordinal) : [path];

    private static IEnumerable<LabelledMessage> ReadFile(string file) => File.ReadLines(file).Index()
        .Where(line => !string.IsNullOrWhiteSpace(line.Item))
        .Select(line => Read(line.Item, $"{Path.GetFileName(file)}, line {line.Index + 1}"));

    private static LabelledMessage Read(string line, string place)
    {
        try
        {
            return LabelledMessage.Read(line);
        }
        catch (JsonException fault)
        {
            throw new StartFaultException($"{place} is no labelled message: {fault.Message}", fault);
        }
    }
}
