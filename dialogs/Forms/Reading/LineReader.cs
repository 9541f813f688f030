using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Forms.Reading;

/// <summary>Reads a typed line as answers: to the question put last, or to several at once.</summary>
internal sealed class LineReader(RequestType type, FieldContext context, TypeWords words, RequestServices services)
{
    private static readonly char[] Separators = [',', ';', '\n'];

    private readonly Remarks _remarks = new(words, services);

    public CorrectionReader Corrections => new(this, context, words, services);

    /// <param name="asked">The field of the question put last; null for none.</param>
    /// <returns>The request with what was understood; where nothing was, the entry of the asked field says why not.</returns>
    public Request Read(string line, Field? asked, Request request)
    {
        if (MentionedPerson.Led(line, type, context, words) is { } meant)
        {
            var put = EntryReader.Put(request, meant.Field, EntryReader.Read(meant.Field, meant.Name, request, context, words));
            return meant.Rest.Length == 0 ? put : ReadRest(meant.Rest, asked == meant.Field ? null : asked, put);
        }

        return ReadRest(line, asked, request);
    }

    private Request ReadRest(string line, Field? asked, Request request)
    {
        if (Corrections.Read(line, asked, request) is { } corrected)
            return corrected;
        if (asked is TextField && line.AsSpan().ContainsAny(':', '=')
            && Led(line, request) is { Text.Length: > 0 } led && led.Field == asked)
            line = led.Text;

        var whole = asked is null ? null : EntryReader.Read(asked, line, request, context, words);
        if (asked is not null && whole is { Problem: null, Typed.Length: > 0 })
            return EntryReader.Put(request, asked, whole);

        // A question changes nothing.
        if (QuestionMark.Ends(line))
            return asked is null ? request : EntryReader.Put(request, asked, whole!);

        var several = Added(line, asked, request)
            ?? Labelled(line, request)
            ?? InOrder(line, asked, request, IsNarrow)
            ?? ByWords(line, asked, request)
            ?? InOrder(line, asked, request, field => IsNarrow(field) || field == asked || IsAnswered(asked, line, request));
        return several ?? (asked is null ? request : EntryReader.Put(request, asked, whole!));
    }

    /// <summary>"library: PRODLIB, lpar LPAR1": each part led by what the field is called. Null unless every part is.</summary>
    internal Request? Labelled(string line, Request request)
    {
        var read = request;
        foreach (var part in line.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // "Target LPAR2" names no library.
            if (Led(part, read) is not { } led
                || (led.Field is not (SystemField or SystemsField) && context.Systems.Find(led.Text) is not null)
                || (led.Field is PersonField && !IsPerson(led.Text)))
                return null;
            // "Overwrite" names the field and one of its options; a name alone is no answer, least of all an empty one.
            var whole = led.Field is IChoices ? EntryReader.Read(led.Field, part, read, context, words) : null;
            if (whole?.Value is null && led.Text.Length == 0)
                return null;
            read = EntryReader.Put(
                read, led.Field, whole?.Value is null ? EntryReader.Read(led.Field, led.Text, read, context, words) : whole);
        }

        return ReferenceEquals(read, request) ? null : read;
    }

    // "For the database upgrade" tells why, and names nobody.
    private bool IsPerson(string text) =>
        text.Length > 0 && (!char.IsLower(text[0]) || TypedText.IsMe(text, words));

    /// <summary>The field that a text begins with the name of, the longest name first, and what follows.</summary>
    public (Field Field, string Text)? Led(string text, Request request)
    {
        var form = new FormState(type, request, context);
        var found = form.Fields
            .SelectMany(field => words.InEveryLanguage
                .SelectMany(language => language.Names(field).Append(language.Label(field)))
                .Select(name => (Field: field, Name: name)))
            .Where(candidate => text.StartsWith(candidate.Name, StringComparison.OrdinalIgnoreCase)
                && (text.Length == candidate.Name.Length || text[candidate.Name.Length] is ':' or '=' or ' '))
            .OrderByDescending(candidate => candidate.Name.Length)
            .Select(candidate => ((Field, string)?)(candidate.Field, text[candidate.Name.Length..].TrimStart(' ', ':', '=').Trim()))
            .FirstOrDefault();
        return found;
    }

    // The words around a value tell what it is: "PRODLIB on LPAR1 from last night". So do words that mean one option: "the whole system".
    internal Request? ByWords(string line, Field? asked, Request request)
    {
        var isContinued = new FormState(type, request, context).Fields.OfType<NamesField>().Any(request.Holds);
        var read = services.Sentences.ReadSlots(line, type.Id, context.Language, services.Systems.Names, isContinued);
        var slots = type.FromSlots(SaidOptions.With(read, line, type, services));
        // Who is told a number or a contact is told it, whatever was asked.
        var isMeant = asked is null || slots.Count > 1 || slots.ContainsKey(asked.Id) || IsAddition(line)
            || slots.Keys.All(id => type.Fields.FirstOrDefault(field => field.Id == id) is TextField);
        var said = SentenceAnswers.With(SaidOptions.In(line, type, services), isMeant ? slots : new Dictionary<string, string>());
        // "Before a change CHG0012345" tells why, and when is another question.
        var tellsWhy = asked is not null and not MomentField && said.ContainsKey(asked.Id);
        said = said.Where(value => value.Value.Length > 0 && (!tellsWhy || IsReadable(value.Key, value.Value, request))
            && !IsOfOption(value.Key, value.Value, said)
            && !(request.Holds(FieldOf(value.Key)) && _remarks.IsOne(line, read.Values, FieldOf(value.Key)))).ToDictionary();
        return said.Count == 0
            ? null
            : Put(
                request,
                [.. type.Fields.Where(field => said.ContainsKey(field.Id)).Select(field => (field, Added(field, said[field.Id])))]);

        // "Also HRLIB" comes beside what was named before.
        string Added(Field field, string text) =>
            field is NamesField or SystemsField
            && IsAddition(line)
            && request.Entries.GetValueOrDefault(field.Id) is { Typed.Length: > 0 } before
                ? $"{before.Typed}, {text}"
                : text;
    }

    // "Keep it for 90 days" tells how long, and no time to start.
    private bool IsOfOption(string id, string text, IReadOnlyDictionary<string, string> said) =>
        type.Fields.FirstOrDefault(field => field.Id == id) is MomentField
        && SaidOptions.In(text, type, services).Any(option => said.GetValueOrDefault(option.Key) == option.Value);

    private Field FieldOf(string id) => type.Fields.First(field => field.Id == id);

    private bool IsReadable(string id, string text, Request request) =>
        type.Fields.FirstOrDefault(field => field.Id == id) is not MomentField moment
        || EntryReader.Read(moment, text, request, context, words).Problem is null;

    private bool IsAddition(string line) =>
        services.Words.InEveryLanguage("forms.also").Any(word => line.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase));

    // "Also CUSTADDR" comes beside the narrowest names there are: an object beside objects.
    private Request? Added(string line, Field? asked, Request request)
    {
        if (!IsAddition(line))
            return null;
        string[] around = ["forms.also", "forms.too"];
        var text = new Trimming(around.SelectMany(services.Words.InEveryLanguage)).Trim(line);
        var field = asked as NamesField
            ?? new FormState(type, request, context).Fields.OfType<NamesField>().LastOrDefault(names => request.Holds(names));
        return field is null or { HoldsBlanks: true } || text.Contains(' ', StringComparison.Ordinal)
            || context.Systems.Find(text) is not null || !request.Holds(field)
            ? null
            : Put(request, [(field, $"{request.Entries[field.Id].Typed}, {text}")]);
    }

    // "No idea, ask Ben" is no answer to a question for a time, and is not to become one to whatever takes a text.
    private bool IsAnswered(Field? asked, string line, Request request) =>
        asked is null || EntryReader.Read(asked, line.Split(Separators, 2)[0].Trim(), request, context, words).Value is not null;

    /// <summary>Reads nothing but what is meant for it: a free text takes whatever comes.</summary>
    private static bool IsNarrow(Field field) => field is not (TextField or PersonField);

    // "LPAR1, PRODLIB, last night": each part goes to the next open question that can read it.
    private Request? InOrder(string line, Field? asked, Request request, Func<Field, bool> isMeant)
    {
        var parts = line.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length < 2)
            return null;

        var read = request;
        foreach (var part in parts)
        {
            var form = new FormState(type, read, context);
            var next = form
                .Fields.Where(field => isMeant(field) && !field.IsFolded && (field == asked || form.EntryOf(field)?.Value is null))
                .Select(field => (Field: field, Entry: EntryReader.Read(field, part, read, context, words)))
                .FirstOrDefault(candidate => candidate.Entry.Value is not null);
            if (next.Field is null)
                return null;
            (read, asked) = (EntryReader.Put(read, next.Field, next.Entry), null);
        }

        return read;
    }

    // Taken only where all of it is understood; otherwise the question is put again.
    private Request? Put(Request request, IReadOnlyList<(Field Field, string Text)> values)
    {
        var read = request;
        foreach (var (field, text) in values)
        {
            var entry = Corrections.Read(field, text, read);
            if (entry is { Value: null, Choices.Count: 0 })
                return null;
            read = EntryReader.Put(read, field, entry);
        }

        // What was known before is no answer to what was asked.
        return values.Any(value => read.Entries[value.Field.Id].Value != request.Entries.GetValueOrDefault(value.Field.Id)?.Value)
            ? read
            : null;
    }
}
