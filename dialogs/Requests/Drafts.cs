using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>Makes drafts.</summary>
public static class Drafts
{
    /// <summary>How long a draft is kept that nobody goes on with.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <param name="given">What was said, by field id; what is not right is saved too, and pointed out.</param>
    internal static Request New(RequestType type, IReadOnlyDictionary<string, string> given, RequestTransitions moves)
    {
        var empty = Empty(type, moves);
        var draft = empty;
        var words = moves.WordsOf(draft);
        foreach (var field in type.Fields.Where(field => given.ContainsKey(field.Id)))
            draft = EntryReader.Put(draft, field, EntryReader.Read(field, given[field.Id], draft, moves.Context, words));

        draft = KnownValues.Fill(type, empty, draft, moves.Context, words);
        return draft with { Asking = moves.FormOf(draft).Next?.Id, Key = KeyOf(draft, type, moves) };
    }

    /// <summary>A new draft with the answers of an old request, but for its times, which have passed.</summary>
    internal static Request Copy(RequestType type, Request old, RequestTransitions moves)
    {
        var draft = Empty(type, moves) with
        {
            Entries = old
                .Entries.Where(entry =>
                    type.Fields.FirstOrDefault(field => field.Id == entry.Key) is not null and not Domain.Requests.Fields.MomentField)
                .ToDictionary(entry => entry.Key, entry => entry.Value),
        };
        return draft with { Asking = moves.FormOf(draft).Next?.Id, Key = KeyOf(draft, type, moves) };
    }

    // A drill that is called one in the first sentence has a drill's name from the first card on.
    private static string KeyOf(Request draft, RequestType type, RequestTransitions moves) =>
        type.PrefixFor(new Answers(draft)) is var prefix && prefix == type.Prefix ? draft.Key : moves.Services.Keys.New(prefix).Value;

    private static Request Empty(RequestType type, RequestTransitions moves) => new()
    {
        Id = Guid.NewGuid(),
        Key = moves.Services.Keys.New(type.Prefix).Value,
        Type = type.Id,
        Owner = moves.Turn.Who,
        ConversationId = moves.Turn.Where.ConversationId,
        IsShared = moves.Turn.Where.Kind is not PlaceKind.Personal,
        Language = moves.Turn.Language,
        Zone = moves.Turn.Zone.Id,
        Version = 1,
        Token = RequestTransitions.NewToken(),
        CreatedAt = moves.Turn.At,
        ChangedAt = moves.Turn.At,
    };
}
