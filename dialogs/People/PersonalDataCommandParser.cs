using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Dialogs.People;

/// <summary>
/// Reads sentences by which people ask what is stored about them, or want it gone. A sentence is one of these as a whole or not at all:
/// "my requests" and "delete my library" are about something else.
/// </summary>
internal sealed class PersonalDataCommandParser(WordsCatalog words)
{
    private readonly Trimming _fillers = new(words.InEveryLanguage("people.say.filler"));

    private readonly IReadOnlyList<(string Language, PersonalDataAction Action, HashSet<string> Said)> _known =
    [
        .. words.Languages.SelectMany(language => new[]
        {
            (language, PersonalDataAction.Show, Set(words.In(language).Several("people.say.know"))),
            (language, PersonalDataAction.Forget, Set(words.In(language).Several("people.say.forget"))),
        }),
    ];

    /// <param name="language">Tried first: some words are said in several languages.</param>
    public Command.OnPersonalRecords? Read(string text, string language)
    {
        var sentence = _fillers.Trim(Plain(text));
        foreach (var (spoken, action, said) in _known.OrderBy(it => it.Language != language))
        {
            if (said.Contains(sentence))
                return new(action, spoken);
        }

        return null;
    }

    private static HashSet<string> Set(IEnumerable<string> said) => said.ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static string Plain(string text) =>
        string.Join(
                ' ',
                text.Replace('’', '\'')
                    .Replace(",", "", StringComparison.Ordinal)
                    .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .TrimEnd('.', '!', '?', ' ');
}
