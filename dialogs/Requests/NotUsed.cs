using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>Accounts for what a sentence named: what did not end in the form is told, so that nobody believes it did.</summary>
internal static class NotUsed
{
    // Values that a form has as a choice or that say how others are meant.
    private static readonly string[] OfForms = ["action", "whole", "replace"];

    private static readonly char[] Seams = ['/', '(', ')', ','];

    /// <summary>A line about the names, times and numbers of the text that no field of the request holds; none for none.</summary>
    public static IEnumerable<Reply> Of(string text, Request request, RequestTransitions moves)
    {
        // What looks like a secret is not said again.
        if (SecretScan.In(text).Count > 0)
            yield break;

        var type = moves.Services.TypeOf(request);
        var held = HeldBy(request, moves);
        var left = moves.Services.Sentences.ReadSlots(text, type.Id, request.Language, moves.Services.Systems.Names)
            .Where(slot => !OfForms.Contains(slot.Key))
            .SelectMany(slot => slot.Value.Split(", "))
            .Where(value => !IsHeld(value, held) && !IsChosen(value))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (left.Count > 0)
            yield return new Reply.Say(moves.WordsOf(request).Shared.Say("forms.not_used", ("what", string.Join(", ", left))));

        bool IsChosen(string value) => SaidOptions.In(value, type, moves.Services)
            .Any(option => request.Entries.GetValueOrDefault(option.Key)?.Value == option.Value);
    }

    // What was typed for a field that does not belong to the form would go to nobody. It may still come to belong to it while what
    // decides about that has no answer.
    private static string HeldBy(Request request, RequestTransitions moves)
    {
        var form = moves.FormOf(request);
        var isOpen = form.Fields.Any(field => field.Decides && !form.Answers.Has(field));
        var fields = isOpen ? moves.Services.TypeOf(request).Fields : form.Fields;
        return string.Join('\n', fields.Select(form.EntryOf).OfType<Entry>().SelectMany(entry => new[] { entry.Typed, entry.Value }));
    }

    // A lead with a colon ("until: in two weeks") names the field and is no part of the value. A name in several parts may lie in
    // several fields: library, object, member.
    private static bool IsHeld(string value, string held) =>
        Holds(held, value[(value.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var lead ? lead + 2 : 0)..])
        || (!value.Contains(' ', StringComparison.Ordinal)
            && value.Split(Seams, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts
            && parts.All(part => Holds(held, part)));

    // As words of its own: LPAR1 is not held where LPAR1DR is.
    private static bool Holds(string held, string value)
    {
        for (var at = held.IndexOf(value, StringComparison.OrdinalIgnoreCase); at >= 0;
             at = held.IndexOf(value, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + value.Length;
            if ((at == 0 || !char.IsLetterOrDigit(held[at - 1])) && (end == held.Length || !char.IsLetterOrDigit(held[end])))
                return true;
        }

        return false;
    }
}
