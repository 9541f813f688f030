using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Understanding;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Requests;

namespace ChatOpsBot.Host.Turns;

/// <summary>Reads, before a turn is answered, the requests it may be about.</summary>
public sealed class RequestsReader(RequestKeys keys)
{
    /// <summary>What the buttons of a request's card carry its id as.</summary>
    public const string RequestInPress = "request";

    private static readonly string[] VerbsOfRequests = ["request.", "form."];

    public async Task<RequestsInSight> ReadAsync(BotDb db, Turn turn, CancellationToken cancel)
    {
        var store = new RequestStore(db);
        var mine = turn.Who.Id.Length > 0 ? await store.MineAsync(turn.Who.Id, RequestsInSight.Most, cancel) : [];
        var named = await NamedAsync(store, turn.What, cancel);
        // "My requests" names what waits for an approval too, and a sentence is not known to ask for it before a topic has read it.
        var sight = new RequestsInSight
        {
            Mine = mine,
            Named = named,
            Waiting = turn.What is Happening.Said || IsAboutRequests(turn.What) ? await store.WaitingAsync(RequestsInSight.Most, cancel) : [],
        };
        return named.Count > 0 || mine.Any(request => request.IsDraft) || turn.Meaning?.Intent == Intent.Request || IsAboutRequests(turn.What)
            ? sight with { Open = await store.OpenAsync(RequestsInSight.Most, cancel) }
            : sight;
    }

    /// <summary>The request whose card was pressed; null for another press.</summary>
    public static Guid? IdIn(Happening what) =>
        what is Happening.Pressed press && press.Data.GetValueOrDefault(RequestInPress) is { } text
        && (Guid.TryParseExact(text, "N", out var id) || Guid.TryParseExact(text, "D", out id))
            ? id
            : null;

    private async Task<IReadOnlyList<Request>> NamedAsync(RequestStore store, Happening what, CancellationToken cancel)
    {
        if (IdIn(what) is { } id)
            return await store.FindAsync(id, cancel) is { } pressed ? [pressed] : [];

        var said = what is Happening.Said { Text: var text } ? keys.FindIn(text).Select(it => it.Key?.Value).OfType<string>().Distinct().ToList() : [];
        return said.Count > 0 ? await store.FindByKeysAsync(said, cancel) : [];
    }

    private static bool IsAboutRequests(Happening what) =>
        what is Happening.Pressed press && VerbsOfRequests.Any(start => press.Verb.StartsWith(start, StringComparison.Ordinal));
}
