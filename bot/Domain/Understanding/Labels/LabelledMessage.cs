using System.Text.Json;
using System.Text.Json.Serialization;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Domain.Understanding.Labels;

/// <summary>A message with what a person says it means: one JSON object a line, as the corpus is kept.</summary>
/// <remarks>Where experts may differ, the "accept" lists name every answer that is right.</remarks>
public sealed record LabelledMessage
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public required string Text { get; init; }

    public required MessageKind Kind { get; init; }

    /// <summary>Task of the row asked about.</summary>
    public string? Row { get; init; }

    /// <summary>Every row asked about, where there are several.</summary>
    public IReadOnlyList<string?> Rows { get; init; } = [];

    /// <summary>"ibm", "client" or "both".</summary>
    public Party? Party { get; init; }

    /// <summary>Id of the request type wanted.</summary>
    public string? Request { get; init; }

    /// <summary>The whole table, or one column of it, is asked for.</summary>
    public bool Matrix { get; init; }

    public IReadOnlyList<MessageKind> AcceptKind { get; init; } = [];

    public IReadOnlyList<string?> AcceptRow { get; init; } = [];

    public IReadOnlyList<Party?> AcceptParty { get; init; } = [];

    /// <exception cref="JsonException">The line is no labelled message.</exception>
    public static LabelledMessage Read(string line) =>
        JsonSerializer.Deserialize<LabelledMessage>(line, Json) ?? throw new JsonException("A line holds null.");

    /// <summary>Whether what was understood is what the label says.</summary>
    public bool Accepts(MessageKind kind, string? row, Party? party) =>
        AcceptsKind(kind)
        && (row == Row || AcceptRow.Contains(row) || Rows.Contains(row))
        && (party == Party || AcceptParty.Contains(party));

    public bool AcceptsKind(MessageKind kind) => kind == Kind || AcceptKind.Contains(kind);
}
