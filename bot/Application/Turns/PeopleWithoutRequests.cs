using ChatOpsBot.Storage;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Turns;

/// <summary>
/// The people of whom this process knows that no request of theirs is stored: to answer their questions nothing has to be read. Known only
/// where no other process writes requests, which is so on SQLite.
/// </summary>
public sealed class PeopleWithoutRequests(IOptions<StorageOptions> storage, TimeProvider time)
{
    private const int Most = 50_000;

    private static readonly TimeSpan Life = TimeSpan.FromHours(12);

    private readonly Lock _door = new();
    private readonly Recent<bool> _known = new(time, Life, Most);
    private readonly bool _isAlone = storage.Value.Provider is StorageProvider.Sqlite;
    private long _changes;
    private int _changing;

    public bool Knows(string personId) => _isAlone && _known.TryGet(personId, out _);

    /// <summary>Before it is looked whether somebody has a request.</summary>
    /// <returns>To be given to <see cref="Found"/>.</returns>
    public long Look()
    {
        lock (_door)
            return _changing > 0 ? -1 : _changes;
    }

    /// <summary>There was none. What was changed since the look counts more.</summary>
    public void Found(string personId, long look)
    {
        lock (_door)
        {
            if (_isAlone && look == _changes && _changing == 0)
                _known.Set(personId, true);
        }
    }

    /// <summary>Something is saved for these people, from now on and until it is disposed.</summary>
    public IDisposable Changing(IReadOnlyCollection<string> people)
    {
        Change(people, 1);
        return new Ending(this, people);
    }

    private void Change(IReadOnlyCollection<string> people, int begun)
    {
        lock (_door)
        {
            _changes++;
            _changing += begun;
            foreach (var person in people)
                _known.Forget(person);
        }
    }

    private sealed class Ending(PeopleWithoutRequests all, IReadOnlyCollection<string> people) : IDisposable
    {
        public void Dispose() => all.Change(people, -1);
    }
}
