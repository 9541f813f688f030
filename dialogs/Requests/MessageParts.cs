using System.Text.RegularExpressions;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>Tells the parts of a message that each ask for something: "restore PAYLIB on LPAR1 and reset MFA for JDOE".</summary>
internal sealed partial class MessageParts(RequestServices services)
{
    // A message of more pieces is a pasted text.
    private const int MostPieces = 12;

    // A story reads like a wish of its own more often than a message that is all there is.
    private const float Sure = 0.95f;
    private const float SureOfNothingNamed = 0.99f;

    // Values that a wish names where the question beside it is not about the wish.
    private const int LeastSaid = 2;

    private const string System = "lpar";

    private readonly Regex _join = JoinOf([.. services.Words.InEveryLanguage("wish.say.join")]);

    /// <returns>A turn for each, with their requests; at least two of them, or none where the message asks for one thing.</returns>
    public IReadOnlyList<(Turn Turn, RequestType? Request)> Of(Turn turn)
    {
        var text = turn.What is TurnInput.Message said ? said.Text : "";
        List<Piece> pieces = [.. PiecesOf(text)];
        if (pieces.Count is < 2 or > MostPieces)
            return [];

        List<(int At, Turn Turn, RequestType? Request)> found = [];
        for (var at = 0; at < pieces.Count; at++)
        {
            var part = Alone(text[pieces[at].Start..pieces[at].End], turn);
            var request = RequestIn(part);
            if (request is not null
                ? !found.Exists(before => before.Request == request && !(pieces[at].IsJoined && IsOfOtherSystem(before.Turn, part)))
                : pieces[at].IsSentence && IsQuestion(part, turn))
                found.Add((at, part, request));
        }

        // "PAM profile OPS3 cannot do CHGJOBQE. Who files the change?" is one question and its story.
        var requests = found.Where(part => part.Request is not null).Select(part => part.Turn.Meaning!).ToList();
        found.RemoveAll(part => part.Request is null
            && requests.Exists(request => request.Slots.Count < LeastSaid || request.Rows.Intersect(part.Turn.Meaning!.Rows).Any()));
        if (requests.Count == 0 || found.Count < 2)
            return [];

        // What stands between two parts belongs to the one before: "restore PAYLIB and HRLIB and reset MFA". What comes first is a greeting.
        return
        [
            .. found.Select((part, next) =>
            {
                var start = next == 0 ? 0 : pieces[part.At].Start;
                var end = next + 1 < found.Count ? pieces[found[next + 1].At - 1].End : text.Length;
                return (Alone(text[start..end], turn), part.Request);
            }),
        ];
    }

    private Turn Alone(string part, Turn turn) => turn with
    {
        What = new TurnInput.Message(part.Trim()),
        Meaning = services.Sentences.Read(part.Trim(), locale: turn.Meaning?.Language, systems: services.Systems.Names),
    };

    // By a word of the trade, or by the type's own words.
    private RequestType? RequestIn(Turn part)
    {
        var meaning = part.Meaning!;
        var isSure = meaning is { Intent: Intent.Unknown }
            || (meaning is { Intent: Intent.Request or Intent.DrEvent, IsRequestNamed: true }
                && meaning.Confidence >= (meaning.Slots.Count > 0 ? Sure : SureOfNothingNamed));
        return isSure && !meaning.IsAboutExisting ? RequestIntent.Read(((TurnInput.Message)part.What).Text, part, services)?.Type : null;
    }

    // "Restore PAYLIB and restore HRLIB" is one request; of two systems they are two.
    private static bool IsOfOtherSystem(Turn one, Turn other) =>
        one.Meaning!.Slots.TryGetValue(System, out var here) && other.Meaning!.Slots.TryGetValue(System, out var there) && here != there;

    // "Who opens the ticket?" alone may be about anything: the message as one says what it is about.
    private static bool IsQuestion(Turn part, Turn whole) =>
        QuestionMark.Ends(((TurnInput.Message)part.What).Text)
        && part.Meaning is { Intent: Intent.Responsibility, Rows: [var row, ..], Confidence: >= Meaning.Confident }
        && whole.Meaning is { } all && (all.Rows is [var asked, ..] ? asked : all.Nearest) == row;

    private IEnumerable<Piece> PiecesOf(string text)
    {
        var start = 0;
        foreach (var end in SentenceEnd().Matches(text).Select(match => match.Index + match.Length).Append(text.Length))
        {
            var from = start;
            foreach (var join in _join.Matches(text[start..end]).Cast<Match>())
            {
                yield return new(from, start + join.Index, from > start, IsSentence: false);
                from = start + join.Index + join.Length;
            }

            if (from < end)
                yield return new(from, end, from > start, from == start);
            start = end;
        }
    }

    private static Regex JoinOf(string[] joins) => new(
        $"(?:,? |(?<=[,、。]) ?)(?:{string.Join('|', joins.OrderByDescending(join => join.Length).Select(Regex.Escape))})(?: |(?<=、))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(5));

    // The stop in "7.4" ends nothing.
    [GeneratedRegex(@"[.!?;](?=\s)\s*|[。？！\n]\s*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SentenceEnd();

    /// <param name="IsJoined">It begins with "and" or the like.</param>
    /// <param name="IsSentence">It is all of a sentence.</param>
    private sealed record Piece(int Start, int End, bool IsJoined, bool IsSentence);
}
