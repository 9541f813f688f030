using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Application.Turns;

/// <summary>What a turn answers.</summary>
/// <param name="Versions">The versions of requests and DR events as the cards of the answer show them.</param>
public sealed record TurnAnswer(TurnResult Result, IReadOnlyDictionary<Subject, int> Versions)
{
    /// <summary>It changes something, so it is committed before anything is sent.</summary>
    public bool Commits => Result.Changes.Count > 0;

    public IReadOnlyList<Reply> Replies => Result.Replies;

    public IReadOnlyList<Change> Changes => Result.Changes;

    public static TurnAnswer Of(TurnResult result) => new(result, new Dictionary<Subject, int>());

    /// <param name="seen">What the topic saw; a card may show one of these unchanged.</param>
    public static TurnAnswer Of(Turn seen, TurnResult result) => new(result, VersionsOf(seen, result));

    /// <summary>The version of a request or DR event as its card shows it; null for one that no card shows.</summary>
    public int? VersionOf(Subject subject) => Versions.TryGetValue(subject, out var version) ? version : null;

    /// <summary>What a card among the replies shows; null for other cards, and for what is no card.</summary>
    public static Subject? SubjectOf(Reply reply) => reply switch
    {
        Reply.Show show => show.Subject,
        Reply.Replace replace => replace.Subject,
        _ => null,
    };

    private static Dictionary<Subject, int> VersionsOf(Turn seen, TurnResult result)
    {
        var versions = new Dictionary<Subject, int>();
        foreach (var request in Requests(seen.Requests).Concat(result.Changes.OfType<Change.SaveRequest>().Select(save => save.Request)))
            versions[Subject.Request(request.Id)] = request.Version;
        foreach (var drEvent in Events(seen.Events).Concat(result.Changes.OfType<Change.SaveEvent>().Select(save => save.Event)))
            versions[Subject.Event(drEvent.Id)] = drEvent.Version;
        return versions;
    }

    private static IEnumerable<Request> Requests(RequestContext seen) =>
        seen.Open.Concat(seen.Waiting).Concat(seen.Named).Concat(seen.Own);

    private static IEnumerable<RecoveryEvent> Events(EventContext seen) => seen.Open.Concat(seen.Named);
}
