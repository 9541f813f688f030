using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Forms.Reading;

/// <summary>Reads a whole card as it was sent back. Nothing in it is trusted: every value is read again by its field.</summary>
internal static class FormReader
{
    /// <param name="sent">What the client sent: the inputs of the card by field id, and which fields the card showed.</param>
    /// <param name="isOld">The card is not the newest: what was left empty there may have been answered since, and stays.</param>
    public static Request Read(
        RequestType type, Request request, IReadOnlyDictionary<string, string> sent, bool isOld, FieldContext context, TypeWords words)
    {
        var form = new FormState(type, request, context);
        var shown = (sent.GetValueOrDefault(FormInputs.Shown) ?? "").Split(',').ToHashSet(StringComparer.Ordinal);
        var read = request;
        // Each is read with the answers before it: what decides stands first.
        foreach (var field in type.Fields.Where(field => shown.Contains(field.Id)))
        {
            var typed = sent.GetValueOrDefault(field.Id) ?? "";
            var chosen = field is PersonField { IsIdentified: true } ? sent.GetValueOrDefault(FormInputs.PersonOf(field)) ?? "" : "";
            if (isOld && typed.Length == 0 && chosen.Length == 0)
                continue;

            read = chosen.Length > 0 && chosen != InputText.IdOf(field, form)
                ? EntryReader.Put(read, field, Chosen(field, chosen, typed, form, read, context, words))
                : Take(field, typed, sent.GetValueOrDefault(FormInputs.PickOf(field)), form, read, context, words);
        }

        return KnownValues.Fill(type, request, read, context, words);
    }

    // Who was chosen goes before a name: what was typed beside it is told not to count.
    private static Entry Chosen(
        Field field, string chosen, string typed, FormState form, Request read, FieldContext context, TypeWords words)
    {
        if (PersonField.ObjectId(chosen) is not { } id)
            return new Entry(typed) { Problem = Problem.Of("person.choice") };

        var entry = EntryReader.Read(field, id, read, context, words);
        return typed.Trim() is { Length: > 0 } name && typed != InputText.Of(field, form, read.Zone, words) && name != entry.Typed
            ? entry with { Notes = [.. entry.Notes, Problem.Of("person.not_used", ("name", name))] }
            : entry;
    }

    private static Request Take(
        Field field, string typed, string? pick, FormState form, Request read, FieldContext context, TypeWords words)
    {
        var before = form.EntryOf(field);
        if (typed == InputText.Of(field, form, read.Zone, words))
            return EntryReader.Choose(before, pick) is { } chosen ? EntryReader.Put(read, field, chosen) : read;

        return EntryReader.Put(read, field, EntryReader.Read(field, typed, read, context, words));
    }
}
