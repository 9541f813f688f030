namespace ChatOpsBot.Application.Turns;

/// <summary>Keeps remembered replies below a number of bytes: the oldest are forgotten first. Safe for many callers at once.</summary>
/// <param name="most">Bytes of all replies together, at most.</param>
internal sealed class ReplyBudget(long most)
{
    // What the entry itself takes, so that many small replies count too.
    private const int OfEntry = 200;

    private readonly Lock _door = new();
    private readonly Queue<(Action Forget, long Size)> _kept = [];
    private long _size;

    /// <param name="size">Bytes of the reply.</param>
    /// <param name="forget">Forgets it, where it is not forgotten already.</param>
    public void Add(long size, Action forget)
    {
        List<Action> over = [];
        lock (_door)
        {
            _kept.Enqueue((forget, size + OfEntry));
            _size += size + OfEntry;
            while (_size > most && _kept.TryDequeue(out var oldest))
            {
                _size -= oldest.Size;
                over.Add(oldest.Forget);
            }
        }

        over.ForEach(drop => drop());
    }
}
