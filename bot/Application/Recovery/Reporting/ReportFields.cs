using System.Text.Json;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Application.Recovery.Reporting;

/// <summary>
/// Reads the fields of one JSON object, and notes what is wrong with each. A field that nobody asks for is a slip of the sender's: it
/// is told.
/// </summary>
/// <param name="place">Where the object stands, such as <c>data</c>.</param>
internal sealed class ReportFields(JsonElement json, string place, List<ReportFault> faults)
{
    private readonly HashSet<string> _asked = [];

    public bool Has(string name) => Find(name) is not null;

    public string? Text(string name, int longest)
    {
        if (Find(name) is not { } field)
            return null;
        if (field.ValueKind is not JsonValueKind.String || Decoded(field)?.Trim() is not { Length: > 0 } text)
            return Wrong(name, "must be a text");
        if (text.Length > longest)
            return Wrong(name, $"must have at most {longest} letters");

        return text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')) ? Wrong(name, "holds control characters")
            : SecretScan.In(text) is [var secret, ..] ? Wrong(name, $"looks like it holds a secret ({secret.Kind}), so it was not kept")
            : text;
    }

    public string? Needed(string name, int longest) => Has(name) ? Text(name, longest) : Wrong(name, "is missing");

    public JsonElement? Raw(string name) => Find(name);

    public T? OneOf<T>(string name)
        where T : struct, Enum
    {
        if (Needed(name, 100) is not { } word)
            return null;
        if (WireNames.Read<T>(word) is { } value)
            return value;

        Wrong(name, $"must be one of {string.Join(", ", WireNames.All<T>())}");
        return null;
    }

    public string? Wrong(string name, string reason)
    {
        faults.Add(new(place.Length == 0 ? name : $"{place}.{name}", reason));
        return null;
    }

    public void RefuseOthers()
    {
        foreach (var field in json.EnumerateObject().Where(field => !_asked.Contains(field.Name)).Take(5))
            Wrong(
                field.Name.Length > 100 ? field.Name[..100] : field.Name, $"is not known here; the fields are {string.Join(", ", _asked)}");
    }

    // JSON has no value for what is left out: null says the same.
    private JsonElement? Find(string name)
    {
        _asked.Add(name);
        return json.TryGetProperty(name, out var field) && field.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            ? field
            : null;
    }

    private static string? Decoded(JsonElement field)
    {
        try
        {
            return field.GetString();
        }
        // Half a surrogate pair: no text.
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
