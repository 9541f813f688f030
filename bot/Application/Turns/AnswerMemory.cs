using ChatOpsBot.Domain.Understanding;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Turns;

/// <summary>
/// What each person was answered last in each conversation, and the language they wrote in. Forgotten after a while, and by a restart.
/// </summary>
public sealed class AnswerMemory(TimeProvider time, IOptions<TurnOptions> options)
{
    private readonly Recent<LastAnswer> _answers = new(time, options.Value.RememberAnswers, options.Value.RememberAtMost);

    private readonly Recent<string> _languages = new(time, options.Value.RememberAnswers, options.Value.RememberAtMost);

    public LastAnswer? Before(string conversationId, string personId) =>
        _answers.TryGet(Key(conversationId, personId), out var answer) ? answer : null;

    public void Remember(string conversationId, string personId, LastAnswer answer) =>
        _answers.Set(Key(conversationId, personId), answer);

    public void Forget(string conversationId, string personId) => _answers.Forget(Key(conversationId, personId));

    /// <summary>Two-letter code of the language that this person wrote in last; null where they wrote in none lately.</summary>
    public string? LanguageOf(string conversationId, string personId) =>
        _languages.TryGet(Key(conversationId, personId), out var language) ? language : null;

    public void RememberLanguage(string conversationId, string personId, string language) =>
        _languages.Set(Key(conversationId, personId), language);

    private static string Key(string conversationId, string personId) => $"{conversationId}\n{personId}";
}
