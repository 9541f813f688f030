using System.Text;
using System.Text.Json;

namespace ChatOpsBot.Application.Settings.Systems;

/// <summary>Systems listed in a JSON file: <c>{"lpars": [{"name": "LPAR1", "production": true}]}</c>. Comments may stand in it.</summary>
internal static class SystemsFile
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static WrittenSystems Read(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return Read(
                Path.GetFileName(path),
                bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return WrittenSystems.Fault($"Systems:File names {path}, which cannot be read: {fault.Message}");
        }
    }

    private static WrittenSystems Read(string file, ReadOnlySpan<byte> bytes)
    {
        var json = new Utf8JsonReader(bytes, Lenient);
        var places = new SystemsFilePlaces(file, bytes);
        try
        {
            return new([.. SystemsFileLpars.Read(ref json, places)], places.Faults);
        }
        catch (JsonException fault)
        {
            return new([], [.. places.Faults, $"{file}, line {fault.LineNumber + 1}: {Reason(fault)}"]);
        }
        // A name or a value of bytes that are no text.
        catch (InvalidOperationException fault)
        {
            return new([], [.. places.Faults, $"{places.Of(json)}: {fault.Message}"]);
        }
    }

    // The position is told in the file's own terms, before the reason.
    private static string Reason(JsonException fault) => fault.Message.Split(" LineNumber:")[0];
}
