using System.Text.RegularExpressions;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Times;
using NodaTime;

namespace ChatOpsBot.Dialogs.Forms.Reading;

/// <summary>Reads a line that is no answer to the question put last, but puts right or adds what another field holds.</summary>
internal sealed partial class CorrectionReader(LineReader lines, FieldContext context, TypeWords words, RequestServices services)
{
    // In words. A longer text is what a question for a text asks for.
    private const int LongestCorrection = 4;

    // In letters.
    private const int Alike = 3;

    /// <returns>Null where the line corrects nothing; the request itself where it corrects nothing that this form holds.</returns>
    public Request? Read(string line, Field? asked, Request request)
    {
        if (IsOfAnother(line.Trim(), asked, request) && ByKind(line.Trim(), null, request) is { } moved)
            return moved;
        if (IsAnswer(line, asked, request) || Correction.Of(line, services.Words) is not { } correction)
            return null;
        if (correction.Wrong is { } wrong && HolderOf(wrong, request) is { } holder)
            return Replaced(holder, wrong, correction.Text, request) ?? request;

        var text = correction.Text;
        if (text.Length == 0 || (asked is TextField or PersonField && text.Split(' ').Length > LongestCorrection))
            return null;
        // What is denied is not to be taken for what is meant, and a name that may be one of several is asked for.
        var isDoubtful = correction.Wrong is not null || HolderOf(text, request) is not null || IsOneOfSeveral(text, request);
        return ByKind(text, asked, request)
            ?? (isDoubtful ? request : lines.Labelled(text, request) ?? lines.ByWords(text, null, request));
    }

    /// <summary>The field that holds already what the line says is meant; null where none does, or the line corrects nothing.</summary>
    public Field? Holder(string line, Request request) =>
        Correction.Of(line, services.Words) is { Text.Length: > 0 } correction ? HolderOf(correction.Text, request) : null;

    // "Not known" may be an option. Of names anything may be one.
    private bool IsAnswer(string line, Field? asked, Request request) =>
        asked is not (null or TextField or PersonField or NameField or NamesField)
        && EntryReader.Read(asked, line, request, context, words).Value is not null;

    // A listed system is no library, "tonight 23:00" no number of a change, and neither is an answer where something else is to be chosen.
    private bool IsOfAnother(string line, Field? asked, Request request) => asked switch
    {
        null or MomentField => false,
        TextField { IsLong: true } => context.Systems.Find(line) is not null,
        NameField or NamesField { HoldsBlanks: false } or TextField or PersonField when context.Systems.Find(line) is not null => true,
        TextField or PersonField => line.Any(char.IsLetter) && IsTime(line, request),
        _ => EntryReader.Read(asked, line, request, context, words) is { Value: null, Choices.Count: 0 }
            && (context.Systems.Find(line) is not null || IsTime(line, request)),
    };

    private bool IsTime(string line, Request request) => TimesIn(line, FieldsOf(request), request).Count > 0;

    private Field? HolderOf(string name, Request request) => FieldsOf(request).FirstOrDefault(field =>
        request.Entries.GetValueOrDefault(field.Id)?.Value?.Split('\n').Contains(name, StringComparer.OrdinalIgnoreCase) is true);

    // In a list the others stay. Of a whole sentence only the first word can be the name.
    private Request? Replaced(Field field, string wrong, string text, Request request)
    {
        var names = request.Entries[field.Id].Value!.Split('\n');
        return new[] { text, text.Split(' ', ',')[0] }.Distinct().Where(right => right.Length > 0)
            .Select(Unplaced)
            .Select(right => Put(field, string.Join(", ", names.Select(name => IsSame(name, wrong) ? right : name)), request))
            .FirstOrDefault(read => read is not null);
    }

    // "On LPAR4, not on LPAR1"
    private string Unplaced(string text) => services.Words.After("forms.correct.place", text) ?? text;

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    // What the text alone is: a system, a time, an option, or a name where only one field has names.
    private Request? ByKind(string text, Field? asked, Request request)
    {
        var fields = FieldsOf(request);
        if (context.Systems.Find(text) is not null)
            return fields.Where(field => field is SystemField or SystemsField).OrderByDescending(field => field == asked)
                .ThenByDescending(request.Holds).FirstOrDefault() is { } system
                ? Put(system, text, request)
                : null;
        // What was given is put right, before a question that has no answer yet gets one; of two times that were given neither is guessed.
        var times = TimesIn(text, fields, request);
        var given = times.Where(time => IsGiven(time, request)).ToList();
        if (given.Count > 0 && asked is not MomentField)
            return given is [var only] ? Put(only, text, request) : request;
        // Of names anything may be one, so a time goes first.
        if (asked is not (null or TextField or PersonField or NameField or NamesField) && Put(asked, text, request) is { } answer)
            return answer;
        if (times is [var time, ..])
            return times.Count(found => IsGiven(found, request)) > 1 ? request : Put(time, text, request);
        if (asked is NameField or NamesField && Put(asked, text, request) is { } named)
            return named;
        List<Request> chosen =
            [.. fields.Where(field => field is IChoices && !field.IsFolded).Select(field => Put(field, text, request)).OfType<Request>()];
        if (chosen is [var option])
            return option;

        return NamesLike(text, request) is [var name] ? Put(name, text, request) : null;
    }

    private bool IsOneOfSeveral(string text, Request request) => NamesLike(text, request).Count > 1;

    // A name stands for the only one there is, or for the one that begins alike: PAYLIB2 for PAYLIB, whatever the object is called.
    private List<Field> NamesLike(string text, Request request)
    {
        if (text.Contains(' ', StringComparison.Ordinal))
            return [];
        List<Field> held = [.. FieldsOf(request).Where(field => field is NameField or NamesField && request.Holds(field))];
        List<Field> alike = [.. held.Where(field => request.Entries[field.Id].Value!.Split('\n').Any(name => BeginAlike(name, text)))];
        return alike is [_] ? alike : held;
    }

    private static bool BeginAlike(string one, string other) =>
        other.Length >= Alike && one.StartsWith(other[..Alike], StringComparison.OrdinalIgnoreCase);

    // The time that was given is put right; where none was, the first of the form is meant.
    private List<MomentField> TimesIn(string text, IReadOnlyList<Field> fields, Request request) =>
    [
        .. fields.OfType<MomentField>()
            .Where(field => !field.IsFolded || IsGiven(field, request)).OrderByDescending(field => IsGiven(field, request))
            .Where(field => Read(field, text, request).Value is not null),
    ];

    // Also where it is still asked which of two times was meant.
    private static bool IsGiven(Field field, Request request) => request.Entries.GetValueOrDefault(field.Id) is { Typed.Length: > 0 };

    // "No, 13:30" keeps the day that was given, and "no, Thursday" the hour.
    internal Entry Read(Field field, string text, Request request)
    {
        var plain = EntryReader.Read(field, text, request, context, words);
        return field is MomentField moment
            && request.Entries.GetValueOrDefault(field.Id) is { Value: { } value, Typed.Length: > 0 }
            && moment.Parse(value) is { IsSingle: true, Start: { } held }
            && Joined(TimeReader.WithoutUntil(text), held.InZone(Zones.Of(request.Zone)), plain, moment, request.Zone) is { } way
            && EntryReader.Read(field, way, request, context, words) is { Value: not null, Problem: null } joined
            ? joined
            : plain;
    }

    // Null where neither an hour nor a day alone is said. What ends with a day keeps to its end.
    private static string? Joined(string text, ZonedDateTime held, Entry plain, MomentField moment, string zone) =>
        Hour().IsMatch(text) ? $"{held.Date:uuuu-MM-dd} {text}"
        : !moment.IsEnd && plain.Value is { } value && moment.Parse(value) is { Start: { } start, End: { } end }
            && start.InZone(Zones.Of(zone)).TimeOfDay == LocalTime.Midnight && end - start == Duration.FromDays(1)
            ? $"{text} {held.TimeOfDay:HH:mm}"
        : null;

    private IReadOnlyList<Field> FieldsOf(Request request) => new FormState(services.TypeOf(request), request, context).Fields;

    // Null where it cannot be read, or is what the field holds already.
    private Request? Put(Field field, string text, Request request) =>
        Read(field, text, request) is { Problem: null, Typed.Length: > 0 } entry
        && entry.Value != request.Entries.GetValueOrDefault(field.Id)?.Value
            ? EntryReader.Put(request, field, entry)
            : null;

    // A time of day and nothing else.
    [GeneratedRegex(@"^(?:\p{L}+\s)?(?:las\s)?\d{1,2}(?:[:.h]\d\d)?\s?(?:h|uhr|am|pm|時|o'clock)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Hour();
}
