using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Dialogs.Recovery.Following;

/// <summary>
/// Reads sentences about what a channel follows. A sentence is one of these as a whole or not at all, and what it follows has to be a
/// system or every one: "follow up on it" and "follow the matrix" are about something else.
/// </summary>
internal sealed class FollowCommandParser
{
    private readonly IReadOnlyList<FollowTemplate> _templates;
    private readonly Trimming _fillers;
    private readonly FollowedWords _followed;

    public FollowCommandParser(WordsCatalog words, Inventory systems)
    {
        // Words for the end go first: what is said to follow "no longer" is not to be followed.
        _templates =
        [
            .. Of("following.say.stop", SubscriptionAction.Stop, words),
            .. Of("following.say.show", SubscriptionAction.Show, words),
            .. Of("following.say.follow", SubscriptionAction.Follow, words),
            .. Of("following.say.announce", SubscriptionAction.Follow, words, needsEvents: true),
        ];
        _fillers = new(words.InEveryLanguage("following.say.filler"));
        _followed = new(words, systems, _fillers);
    }

    /// <param name="language">Tried first: some words are said in several languages.</param>
    public Command.OnSubscriptions? Read(string text, string language)
    {
        var sentence = _fillers.Trim(Plain(text));
        return _templates
            .Where(template => template.Language == language)
            .Concat(_templates.Where(template => template.Language != language))
            .Select(template => Read(template, sentence))
            .FirstOrDefault(said => said is not null);
    }

    private Command.OnSubscriptions? Read(FollowTemplate template, string sentence)
    {
        if (template.Said.Fit(sentence) is not { } what)
            return null;
        if (what.Length == 0)
            return new(template.Action, template.Language, []);

        // Shouted, every word looks like a name.
        return _followed.Read(what, template.NeedsEvents, isShouted: !sentence.Any(char.IsLower)) is { } followed
            ? new(template.Action, template.Language, followed.Names, followed.Event)
            : null;
    }

    private static IEnumerable<FollowTemplate> Of(string key, SubscriptionAction wish, WordsCatalog words, bool needsEvents = false) =>
        words.Languages.SelectMany(language =>
            words.In(language).Several(key).Select(said => FollowTemplate.Of(said, wish, language, needsEvents)));

    private static string Plain(string text) =>
        string.Join(' ', text.Replace('’', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', '!', '?', ' ');
}
