using System.Collections;
using System.Runtime.CompilerServices;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>
/// The answer of a topic to a turn: replies, changes, and what a follow-up question refers to. Written as a collection of these.
/// </summary>
[CollectionBuilder(typeof(TurnResult), nameof(Of))]
public sealed class TurnResult : IEnumerable<TurnResult.Part>
{
    private readonly IReadOnlyList<Part> _parts;

    private TurnResult(IReadOnlyList<Part> parts)
    {
        _parts = parts;
        Replies = [.. parts.Select(part => part.Reply).OfType<Reply>()];
        Changes = [.. parts.Select(part => part.Change).OfType<Change>()];
        Remembered = parts.Select(part => part.Remembered).LastOrDefault(answer => answer is not null);
    }

    /// <summary>In the order they are sent.</summary>
    public IReadOnlyList<Reply> Replies { get; }

    /// <summary>Committed together, before any reply is sent.</summary>
    public IReadOnlyList<Change> Changes { get; }

    /// <summary>What a follow-up in the same conversation refers to; null leaves it as it was.</summary>
    public LastAnswer? Remembered { get; }

    /// <summary>Nothing is said and nothing is changed.</summary>
    public bool IsEmpty => _parts.Count == 0;

    public static TurnResult Of(params ReadOnlySpan<Part> parts) => new(parts.ToArray());

    /// <summary>The same result with other replies.</summary>
    public TurnResult WithReplies(IEnumerable<Reply> replies) =>
        new([.. replies.Select(reply => (Part)reply), .. _parts.Where(part => part.Reply is null)]);

    public IEnumerator<Part> GetEnumerator() => _parts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One reply, one change, or what to remember: exactly one of them is set.</summary>
    public readonly record struct Part
    {
        private Part(Reply? reply, Change? change, LastAnswer? remembered) => (Reply, Change, Remembered) = (reply, change, remembered);

        internal Reply? Reply { get; }

        internal Change? Change { get; }

        internal LastAnswer? Remembered { get; }

        public static implicit operator Part(Reply reply) => new(reply, null, null);

        public static implicit operator Part(Change change) => new(null, change, null);

        public static implicit operator Part(LastAnswer remembered) => new(null, null, remembered);
    }
}
