using System.Collections.Concurrent;

namespace ChatOpsBot.Application.Outbox;

/// <summary>The turns that wait for the desk, by the request they wait for: one each, the newest.</summary>
public sealed class WaitingTurns
{
    private readonly ConcurrentDictionary<Guid, WaitingTurn> _turns = new();

    public WaitingTurn? Of(Guid request) => _turns.GetValueOrDefault(request);

    /// <param name="shownTo">See <see cref="WaitingTurn.ShownTo"/>.</param>
    /// <param name="place">See <see cref="WaitingTurn.Place"/>.</param>
    public WaitingTurn Add(Guid request, string? shownTo, (string ConversationId, string Message)? place)
    {
        var turn = new WaitingTurn(this, request) { ShownTo = shownTo, Place = place };
        _turns.AddOrUpdate(request, turn, (_, older) =>
        {
            older.End();
            return turn;
        });
        return turn;
    }

    internal void Remove(WaitingTurn turn) => _turns.TryRemove(KeyValuePair.Create(turn.Request, turn));
}
