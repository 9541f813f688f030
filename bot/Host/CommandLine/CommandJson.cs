using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>A line of <c>ask --json</c> as it comes in. Fields beside the text are let through.</summary>
internal sealed record Question(string? Text);

/// <summary>A line of <c>ask --json</c> as it goes out. The names are a contract that scripts lean on.</summary>
internal sealed record Answer(
    string Text,
    string Intent,
    string? Section,
    string? Task,
    IReadOnlyList<string> Tasks,
    string? Party,
    string? Request,
    IReadOnlyDictionary<string, string> Slots,
    string Language,
    string Reply);

internal sealed record LineFault(string Error);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(LineFault))]
internal sealed partial class CommandJson : JsonSerializerContext
{
    static CommandJson() =>
        Default = new CommandJson(new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
