using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Forms.Wording;

/// <summary>The words of one request type in one language: those of its folder, led by its id, then those that all forms share.</summary>
public sealed class TypeWords(RequestType type, Phrases words)
{
    public Phrases Shared { get; } = words;

    /// <summary>The other languages people may type in: one word does not tell which language somebody speaks.</summary>
    public IReadOnlyList<Phrases> Others { get; init; } = [];

    /// <summary>The same words in every language, this one first.</summary>
    public IEnumerable<TypeWords> InEveryLanguage => Others.Select(other => new TypeWords(type, other)).Prepend(this);

    public string Title => Own("title");

    /// <summary>
    /// The title that goes with what was answered, where the type's keys have several prefixes: a drill is called one everywhere.
    /// </summary>
    public string TitleOf(Request request)
    {
        var prefix = type.PrefixFor(new Answers(request));
        return Shared.Find(KeyOf($"title.{prefix}")) ?? Title;
    }

    public string Label(Field field) => Own($"{field.Id}.label");

    /// <summary>The question put when people type.</summary>
    public string Ask(Field field) => Shared.Find(KeyOf($"{field.Id}.ask")) ?? Label(field);

    /// <summary>What the field means, in a sentence or two.</summary>
    public string Help(Field field) => Own($"{field.Id}.help");

    public string? Example(Field field) => Shared.Find(KeyOf($"{field.Id}.example"));

    public string Option(Field field, string id) => Shared.Find(KeyOf($"{field.Id}.option.{id}")) ?? id;

    /// <summary>What people type for an option beside its title.</summary>
    public IReadOnlyList<string> SaidFor(Field field, string option) => Some($"{field.Id}.said.{option}");

    /// <summary>The text is what people type for an option that decides which other fields there are.</summary>
    public bool IsDecision(string text) => type.Fields.Where(field => field.Decides).OfType<IChoices>().Any(choices =>
        choices.Options(Answers.None).Any(option => SaidFor((Field)choices, option).Contains(text)));

    /// <summary>What people call the field in a line of several answers, beside its label.</summary>
    public IReadOnlyList<string> Names(Field field) => Some($"{field.Id}.names");

    /// <summary>
    /// A sentence that asks for this request, for the help; null where the help has one already, or had better have none.
    /// </summary>
    public string? Sentence => Shared.Find(KeyOf("example"));

    /// <summary>What people say to ask for this request, where the vocabulary does not know it.</summary>
    public IReadOnlyList<string> Asked => Some("asked");

    /// <summary>
    /// What people call the thing that is done something to: together with what is done, or alone, it asks for this request too.
    /// </summary>
    public IReadOnlyList<string> About => Some("about");

    /// <summary>What every card of the request says first; null for nothing.</summary>
    public string? Notice(Request request) => type.Notice(new Answers(request.Entries), request) is { } notice ? Say(notice) : null;

    public string Risk(Risk risk) => Shared.Fill(KeyOf($"risk.{risk.Id}"), risk.Values);

    /// <summary>A sentence of the type's own, or one that all forms share.</summary>
    public string Say(Problem problem)
    {
        string[] keys = [KeyOf(problem.Key), "problem." + problem.Key];
        var key = Array.Find(keys, key => Shared.Find(key) is not null) ?? problem.Key;
        var values = new Dictionary<string, string>(problem.Values);
        foreach (var (name, term) in problem.Terms)
            values[name] = Shared.Fill(term, values);

        var sentence = Shared.Fill(key, values);
        return problem.Subject is { } subject ? $"{subject}: {sentence}" : sentence;
    }

    private string KeyOf(string key) => $"{type.Id}.{key}";

    private string Own(string key) => Shared[KeyOf(key)];

    private IReadOnlyList<string> Some(string key) => Shared.Find(KeyOf(key)) is null ? [] : Shared.Several(KeyOf(key));
}
