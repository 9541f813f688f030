using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Forms.Reading;

/// <summary>
/// Fills in what the systems there are tell of the answers. Such an entry has a value and nothing typed; it is kept like any other, so
/// that what was confirmed stays what it was when the list of systems changes.
/// </summary>
internal static class KnownValues
{
    public static Request Fill(RequestType type, Request before, Request after, FieldContext context, TypeWords words)
    {
        var known = type.Known(new Answers(after.Entries), context.Systems);
        var knownBefore = type.Known(new Answers(before.Entries), context.Systems);
        foreach (var field in type.Fields.Where(field => known.ContainsKey(field.Id) || knownBefore.ContainsKey(field.Id)))
        {
            if (after.Entries.GetValueOrDefault(field.Id) is { Typed.Length: > 0 })
                continue;

            var entry = known.TryGetValue(field.Id, out var text) ? EntryReader.Read(field, text, after, context, words) : new Entry("");
            if (entry.Value != after.Entries.GetValueOrDefault(field.Id)?.Value)
                after = EntryReader.Put(after, field, entry with { Typed = "" });
        }

        return after;
    }
}
