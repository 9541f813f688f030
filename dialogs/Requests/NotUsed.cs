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

    // Words.
    private const int LongestLead = 2;

    /// <summary>A line about the names, times and numbers of the text that no field of the request holds; none for none.</summary>
    public static IEnumerable<Reply> Of(string text, Request request, RequestTransitions moves)
    {
        // What looks like a secret is not said again.
        if (SecretScan.In(text).Count > 0)
            yield break;

        var type = moves.Services.TypeOf(request);
        var held = HeldBy(request, moves);
        var left = moves.Services.Sentences.ReadSlots(text, type.Id, request.Language)
            .Where(slot => !OfForms.Contains(slot.Key))
            .SelectMany(slot => slot.Value.Split(", "))
            .Where(value => !IsHeld(value, held) && SaidOptions.In(value, type, moves.Services).Count == 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (left.Count > 0)
            yield return new Reply.Say(moves.WordsOf(request).Shared.Say("forms.not_used", ("what", string.Join(", ", left))));
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

    // A lead that a field takes off again ("until: in two weeks") is no part of the value. A name in several parts may lie in several
    // fields: library, object, member.
    private static bool IsHeld(string value, string held)
    {
        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, Math.Min(words.Length, LongestLead + 1)).Any(lead => Holds(held, string.Join(' ', words[lead..])))
            || value.Split(Seams, StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } parts
                && !value.Contains(' ', StringComparison.Ordinal) && parts.All(part => Holds(held, part));
    }

    private static bool Holds(string held, string value) => held.Contains(value, StringComparison.OrdinalIgnoreCase);
}
