using System.Diagnostics.CodeAnalysis;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Domain.Requests;

/// <summary>The right values of a request, read by their fields; a default counts where nothing was given.</summary>
public sealed class Answers(IReadOnlyDictionary<string, Entry> entries)
{
    public Answers(Request request)
        : this(request.Entries) => Request = request;

    public static Answers None { get; } = new(new Dictionary<string, Entry>());

    /// <summary>The request they belong to, for what is usual by who asks and when; null for answers by themselves.</summary>
    public Request? Request { get; }

    /// <summary>
    /// The value in its field's written form; null where nothing right was given, none is usual, or the field does not apply.
    /// </summary>
    public string? Written(Field field) => !field.AppliesWhen(this) ? null : Given(field) ?? (IsOpen(field) ? field.Usual(this) : null);

    public bool Has(Field field) => Written(field) is not null;

    public bool TryGet<T>(Field<T> field, [MaybeNullWhen(false)] out T value)
    {
        var written = Written(field);
        value = written is null ? default : field.Parse(written);
        return written is not null;
    }

    /// <exception cref="KeyNotFoundException">Nothing right was given: ask <see cref="Has"/> first where that can be.</exception>
    public T Get<T>(Field<T> field) =>
        TryGet(field, out var value) ? value : throw new KeyNotFoundException($"\"{field.Id}\" has no value.");

    public T Get<T>(Field<T> field, T otherwise) => TryGet(field, out var value) ? value : otherwise;

    /// <summary>True where the field has this very value.</summary>
    public bool Is<T>(Field<T> field, T wanted) => TryGet(field, out var value) && EqualityComparer<T>.Default.Equals(value, wanted);

    /// <summary>The field was named without a value: it is to be asked for, whatever is usual.</summary>
    public bool IsLeftOpen(Field field) => entries.GetValueOrDefault(field.Id) is { Typed: "", Value: null, Problem: null };

    private string? Given(Field field) => entries.GetValueOrDefault(field.Id)?.Value is { } kept && field.Knows(kept) ? kept : null;

    // A wrong value is not replaced by the usual one behind the person's back; an emptied field is.
    private bool IsOpen(Field field) => entries.GetValueOrDefault(field.Id) is not { Typed.Length: > 0 };
}
