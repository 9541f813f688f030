using System.Text.RegularExpressions;
using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Dialogs.Forms.Reading;

/// <summary>A line that puts something right: "wait, LPAR2", "not PAYLIB but PAYLIB2", "PAYTEST instead of PAYOLD".</summary>
/// <param name="Text">What is meant, without the words around it; empty where only what is not meant was said.</param>
/// <param name="Wrong">The name or word that is not meant; null where none was said.</param>
internal sealed partial record Correction(string Text, string? Wrong)
{
    private static readonly char[] Marks = [' ', ',', ';', ':', '.', '!', '、', '。', '–', '-'];

    /// <returns>Null where no word tells that something is put right.</returns>
    public static Correction? Of(string line, WordsCatalog words)
    {
        var text = line.Trim(Marks);
        var isLed = false;
        while (true)
        {
            if (Denied(text, words) is { } denied)
                return denied with { Text = Unled("forms.correct.lead", denied.Text, words) ?? denied.Text };
            if (Unled("forms.correct.lead", text, words) is { } led)
                (text, isLed) = (led, true);
            else if (Unled("forms.correct.filler", text, words) is { } rest)
                text = rest;
            else
                return isLed ? new(Behind(text, words), null) : null;
        }
    }

    // "LPAR2 instead, please"
    private static string Behind(string text, WordsCatalog words) =>
        words.InEveryLanguage("forms.correct.filler").FirstOrDefault(filler =>
            text.EndsWith(" " + filler, StringComparison.OrdinalIgnoreCase)) is { } last
            ? Behind(text[..^last.Length].TrimEnd(Marks), words)
            : text;

    // "Not PAYLIB but PAYLIB2", "not LPAR2, I meant LPAR1", "PAYLIB2, not PAYLIB", "PAYLIB2 instead of PAYLIB".
    private static Correction? Denied(string text, WordsCatalog words)
    {
        if (JapaneseDenial().Match(text) is { Success: true } japanese)
            return new(japanese.Groups["right"].Value, japanese.Groups["wrong"].Value);
        if (words.After("forms.correct.instead", text) is { } replaced)
            return replaced.Split(' ', 2) is [var old, var right] ? new(right.Trim(Marks), old.Trim(Marks)) : null;
        foreach (var instead in words.InEveryLanguage("forms.correct.instead"))
        {
            if (text.Split($" {instead} ", 2, StringSplitOptions.TrimEntries) is [var right, var wrong] && !wrong.Contains(' '))
                return new(right, wrong.Trim(Marks));
        }

        foreach (var not in words.InEveryLanguage("forms.correct.not"))
        {
            if (text.StartsWith(not + " ", StringComparison.OrdinalIgnoreCase)
                && After(text[(not.Length + 1)..], words) is { } corrected)
                return corrected;
            // Without the comma "no" may be "on the" (Portuguese).
            string[] seams = not == "no" ? [$", {not} "] : [$", {not} ", $" {not} "];
            if (text.Split(seams, 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } right, var denied]
                && (Unled("forms.correct.place", denied, words) ?? denied) is var wrong && !wrong.Contains(' '))
                return new(right.Trim(Marks), wrong.Trim(Marks));
        }

        return null;
    }

    // The denied word, and behind a comma or a "but" what is meant.
    private static Correction? After(string text, WordsCatalog words)
    {
        var parts = text.Split(' ', 2, StringSplitOptions.TrimEntries);
        var wrong = parts[0].Trim(Marks);
        if (parts.Length == 1)
            return new("", wrong);
        if (words.After("forms.correct.but", parts[1]) is { } meant)
            return new(meant, wrong);
        // "No idea, ask Ben" denies no name.
        return parts[0].EndsWith(',') && (wrong.Any(letter => char.IsUpper(letter) || char.IsDigit(letter))
            || Unled("forms.correct.lead", parts[1], words) is not null)
            ? new(parts[1], wrong)
            : null;
    }

    private static string? Unled(string key, string text, WordsCatalog words) => words.InEveryLanguage(key)
        .Where(lead => text.Length > lead.Length && text.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && IsWord(lead, text))
        .MaxBy(lead => lead.Length) is { } longest
        ? text[longest.Length..].Trim(Marks)
        : null;

    // Japanese puts no blank behind a word.
    private static bool IsWord(string lead, string text) => !char.IsLetterOrDigit(text[lead.Length]) || SaidWords.IsUnspaced(lead[^1]);

    [GeneratedRegex(@"^(?<wrong>\S+?)(?:ではなくて?|じゃなくて?|でなく)[、, ]*(?<right>[^にをへで、。 ]+)")]
    private static partial Regex JapaneseDenial();
}
