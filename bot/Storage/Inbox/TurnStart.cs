using ChatOpsBot.Domain;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Storage.Requests;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Storage.Inbox;

/// <summary>
/// What every turn begins with, read by one statement: was this activity worked before, and what has this person asked for?
/// </summary>
/// <param name="Marks">The marks of the activity and of the press that it may be.</param>
/// <param name="Own">The person's requests in any state, newest change first.</param>
public sealed record TurnStart(IReadOnlyList<SeenActivity> Marks, IReadOnlyList<Request> Own)
{
    private static readonly CompiledQuery<Func<BotDb, string?, string?, string, int, IAsyncEnumerable<Row>>> Rows = new(() =>
        EF.CompileAsyncQuery((BotDb db, string? key, string? press, string personId, int most) =>
            db.SeenActivities.Where(mark => mark.Key == key || mark.Key == press)
                .Select(mark => new Row
                {
                    IsRequest = false,
                    Key = mark.Key,
                    At = mark.At,
                    Text = mark.Reply,
                    SubjectId = mark.SubjectId,
                    SubjectKind = mark.SubjectKind,
                })
                .Concat(db.Requests.Where(row => row.OwnerId == personId && personId != "")
                    .OrderByDescending(row => row.ChangedAt).ThenBy(row => row.Key).Take(most)
                    .Select(row => new Row
                    {
                        IsRequest = true,
                        Key = row.Key,
                        At = row.ChangedAt,
                        Text = row.Document,
                        // Not null: a null within a subquery is text to PostgreSQL, and text is no id.
                        SubjectId = row.Id,
                        SubjectKind = null,
                    }))));

    /// <param name="key">Of the activity; null where it has none.</param>
    /// <param name="press">Of the press; null for anything else.</param>
    /// <param name="personId">Empty for somebody without an id, who has no requests.</param>
    public static async Task<TurnStart> ReadAsync(
        BotDb db, string? key, string? press, string personId, int mostRequests, CancellationToken cancel)
    {
        var rows = await Rows.For(db)(db, key, press, personId, mostRequests).ToListAsync(cancel);
        return new(
            [.. rows.Where(row => !row.IsRequest).Select(row => row.Mark())],
            // A database may give the rows of a union in any order.
            [.. rows.Where(row => row.IsRequest).OrderByDescending(row => row.At).ThenBy(row => row.Key, StringComparer.Ordinal)
                .Select(row => RequestJson.Read(row.Text!))]);
    }

    private sealed class Row
    {
        public bool IsRequest { get; init; }

        public required string Key { get; init; }

        public required DateTimeOffset At { get; init; }

        public string? Text { get; init; }

        public Guid? SubjectId { get; init; }

        public SubjectKind? SubjectKind { get; init; }

        public SeenActivity Mark() => new() { Key = Key, At = At, Reply = Text, SubjectId = SubjectId, SubjectKind = SubjectKind };
    }
}
