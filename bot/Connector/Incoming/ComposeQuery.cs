using System.Text.Json;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>
/// A search from a compose box: the <c>value</c> of a <c>composeExtension/query</c> invoke, which Teams sends as somebody types (Teams
/// documentation, "Respond to search command").
/// </summary>
/// <param name="CommandId">Which command of the app manifest; null when the sender left it out.</param>
/// <param name="Parameters">What was typed, by the parameter's name in the manifest. Comes from outside: check it.</param>
/// <param name="Skip">How many results the client has already; not negative.</param>
/// <param name="Count">How many it wants now, at least 1 and at most <see cref="Page"/>.</param>
public sealed record ComposeQuery(string? CommandId, IReadOnlyDictionary<string, string> Parameters, int Skip, int Count)
{
    /// <summary>Name of the invoke that carries a search.</summary>
    public const string InvokeName = "composeExtension/query";

    /// <summary>How many results a client asks for at a time; it never shows more than four such pages.</summary>
    public const int Page = 25;

    internal const string NamesBegin = "composeExtension/";

    internal static ComposeQuery Read(JsonElement? value)
    {
        var options = value.Child("queryOptions");
        return new(
            value.Id("commandId"),
            ReadParameters(value),
            Math.Max(0, options.Whole("skip") ?? 0),
            Math.Clamp(options.Whole("count") ?? Page, 1, Page));
    }

    private static Dictionary<string, string> ReadParameters(JsonElement? value)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonElement? parameter in value.Items("parameters"))
        {
            if (parameter.Id("name") is { } name && parameter.String("value") is { } said)
                parameters.TryAdd(name, said);
        }

        return parameters;
    }
}
