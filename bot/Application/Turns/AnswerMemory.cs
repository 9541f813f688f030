using ChatOpsBot.Domain.Understanding;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Turns;

/// <summary>What each person was answered last in each conversation. Forgotten after a while, and by a restart.</summary>
public sealed class AnswerMemory(TimeProvider time, IOptions<TurnOptions> options)
{
    private readonly Recent<LastAnswer> _answers = new(time, options.Value.RememberAnswers, options.Value.RememberAtMost);

    public LastAnswer? Before(string conversationId, string personId) =>
        _answers.TryGet(Key(conversationId, personId), out var answer) ? answer : null;

    public void Remember(string conversationId, string personId, LastAnswer answer) =>
        _answers.Set(Key(conversationId, personId), answer);

    public void Forget(string conversationId, string personId) => _answers.Forget(Key(conversationId, personId));

    private static string Key(string conversationId, string personId) => $"{conversationId}\n{personId}";
}
