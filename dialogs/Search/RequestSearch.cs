using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Search;

/// <summary>A person's own requests, the newest first, by key, kind, system, object, ticket or state.</summary>
internal sealed class RequestSearch(RequestServices services)
{
    public SearchAnswer Answer(SearchQuery query)
    {
        var typed = new TypedWords(query.Text);
        // What was given up as a draft is nothing to show around, nor does "my requests" list it.
        var mine = query
            .Requests.Where(request =>
                services.Find(request.Type) is not null && request.State is not (RequestState.Cancelled or RequestState.Expired))
            .ToList();
        var found = mine.Where(request => typed.Fit(TextsOf(request))).ToList();
        return found.Count == 0
            ? new SearchAnswer.Told(None(mine.Count == 0, query))
            : SearchAnswer.Of(_ => query.Page(found).Select(request => Hit(request, query)));
    }

    private string None(bool hasNone, SearchQuery query)
    {
        var words = services.Words.In(query.Language);
        return hasNone
            ? words["search.requests.none"]
            : words.Say("search.requests.no_match", ("text", PlainText.Clip(PlainText.Line(query.Text), 60)));
    }

    // In every language the bot speaks: people type the word they know.
    private IEnumerable<string?> TextsOf(Request request)
    {
        var type = services.TypeOf(request);
        return
        [
            request.Key,
            request.Key.Replace("-", "", StringComparison.Ordinal),
            request.Ticket?.Number,
            .. SharedRequestCard.SystemsOf(request, type),
            .. type.AffectedObjects(new Answers(request)),
            .. services.Words.Languages.SelectMany(language =>
                new[] { services.WordsOf(type, language).TitleOf(request), RequestStatus.Say(request, services.Words.In(language)) }),
        ];
    }

    private SearchHit Hit(Request request, SearchQuery query)
    {
        var type = services.TypeOf(request);
        var words = services.WordsOf(type, query.Language);
        var touched = type.AffectedObjects(new Answers(request)).ToList();
        string?[] parts =
        [
            RequestStatus.Say(request, words.Shared),
            request.Ticket?.Number,
            .. touched.Count > 0 ? touched : SharedRequestCard.SystemsOf(request, type),
        ];
        return new(
            SharedRequestCard.Draw(request, type, query.At, words),
            $"{request.Key} · {words.TitleOf(request)}",
            string.Join(" · ", parts.OfType<string>()));
    }
}
