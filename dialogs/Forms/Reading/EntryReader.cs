using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Forms.Reading;

/// <summary>Makes entries of what people type and choose.</summary>
internal static class EntryReader
{
    /// <summary>More than any field takes; what is longer is cut before it is saved.</summary>
    private const int Longest = 8_000;

    /// <summary>Reads a text for a field. A text that was read before keeps its value: "last night" stays the night it was.</summary>
    public static Entry Read(Field field, string typed, Request request, FieldContext context, TypeWords words)
    {
        var before = request.Entries.GetValueOrDefault(field.Id);
        if (before is { Value: not null } && before.Typed == typed && !IsSought(field, typed, context))
            return before;

        var text = typed.Length > Longest ? typed[..Longest] : typed;
        if (string.IsNullOrWhiteSpace(text))
            return new Entry("");

        if (NamesInWords.Find(field, text, words) is { } problem)
            return Refused(text, problem);

        return field.Read(TypedText.For(field, text, new Answers(request), words), context) switch
        {
            FieldReading.Right right => new Entry(IsSought(field, text, context) ? NameOf(field, right.Value) : Kept(field, text))
            {
                Value = right.Value,
                Notes = right.Notes,
            },
            FieldReading.Several several => new Entry(text) { Choices = several.Values },
            FieldReading.Wrong wrong => Refused(text, wrong.Problem),
            _ => throw new InvalidOperationException("A reading is right, several or wrong."),
        };
    }

    /// <summary>One of several readings was chosen.</summary>
    public static Entry? Choose(Entry? before, string? choice) =>
        before is not null && choice is not null && before.Choices.Contains(choice)
            ? before with
            {
                Value = choice,
                Choices = [],
                Problem = null,
            }
            : null;

    public static Request Put(Request request, Field field, Entry entry) =>
        request with { Entries = new Dictionary<string, Entry>(request.Entries) { [field.Id] = entry } };

    // What looks like a secret is not saved, whatever was asked: no draft, no card and no log shall hold it.
    private static Entry Refused(string text, Problem problem) =>
        SecretScan.In(text) is [var secret, ..]
            ? new Entry("") { Problem = Problem.Of($"secret.{secret.Kind}") }
            : new Entry(text) { Problem = problem };

    // Who is meant may be another one now, or known by now.
    private static bool IsSought(Field field, string text, FieldContext context) =>
        field is PersonField { IsIdentified: true } && PersonField.Sought(text.Trim(), context) is not null;

    // What Teams calls them, not what the sender of the mention does.
    private static string NameOf(Field field, string written) =>
        ((PersonField)field).Parse(written) is var person && person.Name.Length > 0 ? person.Name : person.Id;

    private static string Kept(Field field, string text) => field is TextField { IsLong: true } ? text : text.Trim();
}
