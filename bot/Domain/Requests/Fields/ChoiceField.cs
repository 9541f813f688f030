namespace ChatOpsBot.Domain.Requests.Fields;

/// <summary>What a choice offers: the values by their ids. The words for them, and those people type, are the dialogs' subject.</summary>
public interface IChoices
{
    /// <summary>The words for one of its values are an answer wherever they stand in the sentence that asks for the request.</summary>
    bool ReadFromSentence { get; }

    /// <summary>Those that can be chosen with what was answered so far, in order.</summary>
    IReadOnlyList<string> Options(Answers answers);
}

/// <summary>The ids of values that can be chosen.</summary>
public static class Choices
{
    /// <summary>The name of the value with a small first letter.</summary>
    public static string IdOf<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}

/// <summary>One of several given values.</summary>
/// <typeparam name="T">The values.</typeparam>
public sealed class ChoiceField<T>(string id) : Field<T>(id), IChoices
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ById = Enum.GetValues<T>()
        .ToDictionary(value => Choices.IdOf(value), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a value can be chosen, by what was answered so far.</summary>
    public Func<T, Answers, bool> Offers { get; init; } = (_, _) => true;

    public bool ReadFromSentence { get; init; }

    public IReadOnlyList<string> Options(Answers answers) =>
        [.. Enum.GetValues<T>().Where(value => Offers(value, answers)).Select(value => Choices.IdOf(value))];

    public override FieldReading Read(string typed, FieldContext context) =>
        ById.TryGetValue(typed.Trim(), out var value) ? new FieldReading.Right(Choices.IdOf(value)) : new FieldReading.Wrong("choice");

    public override bool Knows(string written) => ById.ContainsKey(written);

    public override T Parse(string written) => ById[written];
}
