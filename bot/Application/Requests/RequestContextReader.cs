using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;

namespace ChatOpsBot.Application.Requests;

/// <summary>Reads, before a turn is answered, the requests it may be about.</summary>
public sealed class RequestContextReader(RequestKeys keys, RequestCards cards)
{
    /// <summary>What the buttons of a request's card carry its id as.</summary>
    public const string RequestInPress = "request";

    /// <param name="own">The requests of this turn's person, newest change first.</param>
    public async Task<RequestContext> ReadAsync(BotDb db, Turn turn, IReadOnlyList<Request> own, CancellationToken cancel)
    {
        var store = new RequestStore(db);
        var mine = Known(await WithUndecidedAsync(store, turn.Who.Id, own, cancel));
        var named = Known(await NamedAsync(store, turn.What, cancel));
        var sight = new RequestContext { Own = mine, Named = named };
        if (named.Count == 0 && !mine.Any(request => request.IsDraft) && !turn.Needs.HasFlag(TurnNeeds.Requests))
            return sight;

        var (waiting, open) = await store.WaitingAndOpenAsync(RequestContext.Most, cancel);
        return sight with { Waiting = Known(waiting), Open = Known(open) };
    }

    /// <summary>Nothing in it names a request.</summary>
    public bool NamesNone(TurnInput what) => IdIn(what) is null && KeysIn(what).Count == 0;

    /// <summary>The request whose card was pressed; null for another press.</summary>
    public static Guid? IdIn(TurnInput what) =>
        what is TurnInput.ButtonPress press && press.Data.GetValueOrDefault(RequestInPress) is { } text
        && (Guid.TryParseExact(text, "N", out var id) || Guid.TryParseExact(text, "D", out id))
            ? id
            : null;

    // Limits count what is under way: it is there however much of the same person has ended since.
    private static async Task<IReadOnlyList<Request>> WithUndecidedAsync(
        RequestStore store, string owner, IReadOnlyList<Request> newest, CancellationToken cancel)
    {
        if (newest.Count < RequestContext.Most)
            return newest;

        var read = newest.Select(request => request.Id).ToHashSet();
        var undecided = await store.UndecidedOfAsync(owner, RequestContext.Most, cancel);
        return [.. newest, .. undecided.Where(request => !read.Contains(request.Id))];
    }

    private async Task<IReadOnlyList<Request>> NamedAsync(RequestStore store, TurnInput what, CancellationToken cancel)
    {
        if (IdIn(what) is { } id)
            return await store.FindAsync(id, cancel) is { } pressed ? [pressed] : [];

        var said = KeysIn(what);
        return said.Count > 0 ? await store.FindByKeysAsync(said, cancel) : [];
    }

    private List<string> KeysIn(TurnInput what) => what is TurnInput.Message { Text: var text }
        ? keys.FindIn(text).Select(it => it.Key?.Value).OfType<string>().Distinct().ToList()
        : [];

    private IReadOnlyList<Request> Known(IReadOnlyList<Request> read) => [.. read.Where(cards.IsKnownType)];
}
