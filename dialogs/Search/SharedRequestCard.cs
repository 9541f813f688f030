using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Drawing;
using ChatOpsBot.Dialogs.Forms.Wording;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Search;

/// <summary>
/// A request for people who have no part in it: what it is, on which system, how it stands and under which ticket, at a named time.
/// What was typed into it stays with its owner: objects and profiles, reasons, what the desk and approvers wrote, and who they are.
/// </summary>
internal static class SharedRequestCard
{
    private const int LongestList = 200;

    public static Card Draw(Request request, RequestType type, DateTimeOffset now, TypeWords words)
    {
        var state = RequestStatus.Say(request, words.Shared);
        var systems = PlainText.Clip(string.Join(", ", SystemsOf(request, type)), LongestList);
        return new()
        {
            Summary = words.Shared.Say("status.summary", ("key", request.Key), ("title", words.TitleOf(request)), ("state", state)),
            Language = words.Shared.Language,
            Body =
            [
                RequestHead.DrawStatus(words, request, RequestStatus.StyleOf(request), state, said: null),
                .. Fact("search.request.systems", systems, words),
                .. Fact("search.request.confirmed", TimeOf(request.ConfirmedAt, request, words), words),
                .. Fact("search.request.changed", TimeOf(request.Ticket?.Changed ?? request.ChangedAt, request, words), words),
                SnapshotLine.Draw(EventTimesOf(request, words).InFull(now), words.Shared),
            ],
        };
    }

    /// <summary>The systems it is about, by name.</summary>
    public static IReadOnlyList<string> SystemsOf(Request request, RequestType type)
    {
        var answers = new Answers(request);
        return [.. type.Fields.SelectMany(field => field switch
        {
            SystemField one => answers.TryGet(one, out var name) ? [name] : [],
            SystemsField several => answers.Get(several, []),
            _ => [],
        }).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static IEnumerable<Element> Fact(string label, string? value, TypeWords words) =>
        string.IsNullOrEmpty(value) ? [] : [Answered.Line(words.Shared[label], value)];

    private static string? TimeOf(DateTimeOffset? at, Request request, TypeWords words) =>
        at is { } time ? EventTimesOf(request, words).InFull(time) : null;

    private static Recovery.EventTimes EventTimesOf(Request request, TypeWords words) => new(request.Zone, request.CreatedAt, words.Shared);
}
