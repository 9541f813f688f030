using System.Collections.Concurrent;

namespace ChatOpsBot.Application.Search;

/// <summary>
/// The search each person is waiting for. Teams sends one at every key: what was typed before is of no use once more was typed, and is
/// given up.
/// </summary>
public sealed class NewestSearches
{
    private readonly ConcurrentDictionary<string, Running> _byPlace = new(StringComparer.Ordinal);

    /// <param name="place">Who searches where, for what kind of thing.</param>
    /// <param name="text">What was typed. The next page of the same text does not end the search for the first.</param>
    /// <param name="cancel">Of the caller, who may hang up.</param>
    /// <returns>To be disposed when the search is over.</returns>
    public Running Begin(string place, string text, CancellationToken cancel)
    {
        var begun = new Running(this, place, text, cancel);
        Running? before = null;
        _byPlace.AddOrUpdate(place, begun, (_, running) =>
        {
            before = running;
            return begun;
        });
        if (before is not null && before.Text != text)
            before.GiveUp();
        return begun;
    }

    /// <summary>One search on its way.</summary>
    public sealed class Running : IDisposable
    {
        private readonly NewestSearches _home;
        private readonly string _place;
        private readonly CancellationTokenSource _end;
        private readonly Lock _door = new();
        private bool _isOver;

        internal Running(NewestSearches home, string place, string text, CancellationToken cancel)
        {
            (_home, _place, Text) = (home, place, text);
            _end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            Ended = _end.Token;
        }

        /// <summary>Cancelled when nobody waits for it any more.</summary>
        public CancellationToken Ended { get; }

        internal string Text { get; }

        /// <summary>Also ends what is still at work for it.</summary>
        public void Dispose()
        {
            _home._byPlace.TryRemove(KeyValuePair.Create(_place, this));
            lock (_door)
            {
                _isOver = true;
                _end.Cancel();
                _end.Dispose();
            }
        }

        internal void GiveUp()
        {
            lock (_door)
            {
                // Not at once: what waits for it would go on here, in the way of the search that takes its place.
                if (!_isOver)
                    _ = _end.CancelAsync();
            }
        }
    }
}
