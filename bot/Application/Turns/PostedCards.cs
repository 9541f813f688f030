using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Turns;

/// <summary>
/// Cards that answered somebody lately. A press names the message that it is on, and may name any: what the bot posted for the same person
/// in the same conversation is theirs to have replaced. Forgotten after a day, and by a restart.
/// </summary>
public sealed class PostedCards(TimeProvider time, IOptions<TurnOptions> options)
{
    private readonly Recent<bool> _posted = new(time, TimeSpan.FromDays(1), options.Value.RememberAtMost);

    public void Remember(string conversationId, string messageId, string personId) =>
        _posted.Set(Key(conversationId, messageId, personId), true);

    public bool Has(string conversationId, string messageId, string personId) =>
        _posted.TryGet(Key(conversationId, messageId, personId), out _);

    private static string Key(string conversationId, string messageId, string personId) => $"{conversationId}\n{messageId}\n{personId}";
}
