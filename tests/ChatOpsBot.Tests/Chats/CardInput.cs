using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatOpsBot.Tests.Chats;

/// <summary>
/// An input of a card in a person's hands. It behaves as in the renderer for JavaScript (npm adaptivecards, card-elements.ts).
/// </summary>
internal sealed class CardInput(JsonObject json)
{
    public string Id => (string)json["id"]!;

    /// <summary>What a person sees beside the input.</summary>
    public string Label => (string?)json["label"] is { Length: > 0 } label ? label : Title;

    public string ErrorMessage => (string?)json["errorMessage"] ?? $"(no word about {Label})";

    /// <summary>What would be sent; empty when nothing is filled in.</summary>
    public string Value { get; private set; } = First(json);

    /// <summary>The input in a line, as it stands in the card.</summary>
    public string Picture =>
        Type switch
        {
            "ChoiceSet" when IsSearch => $"{Head}: <search{(Value.Length == 0 ? "" : $" | *{Choices.First().Title}*")}>",
            "ChoiceSet" =>
                $"{Head}: <{string.Join(" | ", Choices.Select(choice => choice.Value == Value ? $"*{choice.Title}*" : choice.Title))}>",
            "Toggle" => (Label == Title ? "" : $"{Label}: ") + $"[{(Value == On ? 'x' : ' ')}] {Title}{Star}",
            _ => $"{Head}: [{(Value.Length == 0 ? " " : Value.ReplaceLineEndings(" ⏎ "))}]",
        };

    // People are found by the client, which asks the server of the company.
    private bool IsSearch => json["choices.data"] is not null;

    private string Type => ((string)json["type"]!)["Input.".Length..];

    private string Title => CardPicture.Seen((string?)json["title"] ?? "");

    private string Head => Label + Star;

    private string Star => IsRequired ? "*" : "";

    private bool IsRequired => (bool?)json["isRequired"] == true;

    private string On => (string?)json["valueOn"] ?? "true";

    private IEnumerable<(string Title, string Value)> Choices =>
        json["choices"]!.AsArray().Select(choice => ((string)choice!["title"]!, (string)choice["value"]!));

    /// <summary>Whether this is the input a person means by that name.</summary>
    // An asterisk only says that it is required.
    public bool IsCalled(string name) => name == Label || $"{name} *" == Label || name == Title || name == Id;

    /// <param name="said">A choice by its title, a toggle by yes or no, a day as 2026-11-23, a time as 22:30; anything else as
    /// typed.</param>
    public void Fill(string said) =>
        Value = Type switch
        {
            "ChoiceSet" when IsSearch => said,
            "ChoiceSet" => said.Length == 0
                ? ""
                : Choices.Where(choice => choice.Title == said).Select(choice => choice.Value).FirstOrDefault()
                    ?? throw new FormatException($"\"{Label}\" has no choice \"{said}\"."),
            "Toggle" => said switch
            {
                "yes" => On,
                "no" => (string?)json["valueOff"] ?? "false",
                _ => throw new FormatException($"\"{Label}\" is answered by yes or no, not by \"{said}\"."),
            },
            "Date" when said.Length > 0 && !DateOnly.TryParseExact(said, "yyyy-MM-dd", out _) => throw Refused(said, "2026-11-23"),
            "Time" when said.Length > 0 && !TimeOnly.TryParseExact(said, "HH:mm", out _) => throw Refused(said, "22:30"),
            "Text" when said.Length > ((int?)json["maxLength"] ?? int.MaxValue) => throw Refused(
                said, $"{json["maxLength"]} characters at most"),
            _ => said,
        };

    /// <summary>Whether the client lets the value go. An input that is folded away is checked like any other.</summary>
    public bool Passes() => Type == "Toggle" && IsRequired
        ? Value == On
        : Value.Length == 0 ? !IsRequired : Type switch
        {
            "Text" => (string?)json["regex"] is not { } pattern || Regex.IsMatch(Value, pattern, RegexOptions.ECMAScript),
            "Date" or "Time" => IsBetween((string?)json["min"], (string?)json["max"]),
            _ => true,
        };

    // Days and times of day in these forms sort as text.
    private bool IsBetween(string? min, string? max) =>
        (min is null || string.CompareOrdinal(Value, min) >= 0) && (max is null || string.CompareOrdinal(Value, max) <= 0);

    private static string First(JsonObject json) => (string?)json["type"] == "Input.Toggle"
        ? (string?)json["value"] ?? (string?)json["valueOff"] ?? "false"
        : Convert.ToString(json["value"], CultureInfo.InvariantCulture) ?? "";

    private FormatException Refused(string said, string form) => new($"No client takes \"{said}\" in \"{Label}\": {form}.");
}
