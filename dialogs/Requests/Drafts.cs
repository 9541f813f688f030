using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;

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

        draft = moves.WithFiles(KnownValues.Fill(type, empty, draft, moves.Context, words));
        return draft with { Asking = moves.FormOf(draft).Next?.Id, Key = KeyOf(draft, type, moves) };
    }

    /// <summary>A new draft with the answers of an old request, but for its times, which have passed.</summary>
    internal static Request Copy(RequestType type, Request old, RequestTransitions moves)
    {
        var draft = Empty(type, moves) with
        {
            Entries = old
                .Entries.Where(entry =>
                    type.Fields.FirstOrDefault(field => field.Id == entry.Key) is not null and not MomentField)
                .ToDictionary(entry => entry.Key, entry => entry.Value),
        };
        return draft with { Asking = moves.FormOf(draft).Next?.Id, Key = KeyOf(draft, type, moves) };
    }

    /// <summary>A new draft that asks for more time for what an old request was granted.</summary>
    /// <param name="until">Until when, as it was said; empty where it was not.</param>
    internal static Request Extend(Request old, string until, RequestTransitions moves)
    {
        var type = moves.Services.TypeOf(old);
        var draft = Copy(type, old, moves);
        var words = moves.WordsOf(draft);
        if (type.Remarks is { } remarks)
        {
            var note = words.Shared.Say("forms.extends_note", ("key", old.Key));
            var before = draft.Entries.GetValueOrDefault(remarks.Id)?.Value;
            draft = Put(remarks, before is null ? note : $"{note} {before}");
        }

        if (until.Length > 0 && type.Fields.OfType<MomentField>().FirstOrDefault(field => field.IsEnd) is { } end)
            draft = Put(end, until);
        return draft with { Asking = moves.FormOf(draft).Next?.Id };

        Request Put(Field field, string typed) =>
            EntryReader.Put(draft, field, EntryReader.Read(field, typed, draft, moves.Context, words));
    }

    /// <summary>A new draft that takes back what an old request was granted; complete as a rule, so that it only has to be sent.</summary>
    internal static Request Revoke(Request old, RequestTransitions moves)
    {
        var type = moves.Services.TypeOf(old);
        var given = new Dictionary<string, string>(type.Revocation(new Answers(old)) ?? new Dictionary<string, string>());
        if (type.JustifiedBy is { } reason)
            given[reason.Id] = moves.WordsOf(old).Shared.Say("forms.revokes_reason", ("key", old.Key));
        var draft = New(type, given, moves);
        return moves.FormOf(draft).IsComplete ? draft with { State = RequestState.Reviewing, WasSubmitted = true, Asking = null } : draft;
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
