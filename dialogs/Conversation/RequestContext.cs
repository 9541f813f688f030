using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>What a topic may know of requests: loaded before the turn, never more than these.</summary>
public sealed record RequestContext
{
    public static RequestContext None { get; } = new();

    /// <summary>
    /// The person's own, drafts among them, the one changed last first; at most <see cref="Most"/>, and after them older ones that are
    /// drafts or wait for an approval.
    /// </summary>
    public IReadOnlyList<Request> Own { get; init; } = [];

    /// <summary>Those named in what was said, by key, and the one of the pressed card, whoever owns them.</summary>
    public IReadOnlyList<Request> Named { get; init; } = [];

    /// <summary>
    /// Those that wait for an approval, of everybody, oldest first; at most <see cref="Most"/>. Whether this person may give it is the
    /// policy's subject.
    /// </summary>
    public IReadOnlyList<Request> Waiting { get; init; } = [];

    /// <summary>
    /// Open ones of everybody, newest first, at most <see cref="Most"/>: to point out that one for the same thing is under way.
    /// </summary>
    public IReadOnlyList<Request> Open { get; init; } = [];

    /// <summary>How many of each kind are loaded.</summary>
    public const int Most = 100;
}
