using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Requests.Typing;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Dialogs.Requests.Attaching;

/// <summary>
/// A message with files: they go with the request that it names, starts or answers, or with the draft in hand. Of each file that does not,
/// it is said why.
/// </summary>
/// <param name="topics">What answers the text.</param>
internal sealed class FilesTopic(RequestServices services, RequestCards cards, IReadOnlyList<ITopic> topics) : ITopic
{
    private const int MostNamed = 5;

    private readonly Dispatcher _topics = new(topics);

    public TurnResult? Answer(Turn turn)
    {
        if (turn.What is not TurnInput.Message { HasFiles: true } said)
            return null;

        var result = Text(said.Text, turn);
        var kept = Kept(result, turn);
        return [.. result, .. kept, .. Left(result, kept, said.Text, turn)];
    }

    private TurnResult Text(string text, Turn turn)
    {
        var named = turn.Requests.Named.Where(request => request.Owner.Id == turn.Who.Id).ToList();
        // "Here is the job log for PAM-7K3QZC": what is said of it is no order.
        if (named is [var one] && turn.Command is null or Command.OnRequest { Verb: Verbs.ShowRequest } && CanAttach(named[0])
            && turn.Files.Any(file => file.Problem is null))
            return Attach(named[0], turn);
        if (!string.IsNullOrWhiteSpace(text))
            return _topics.Answer(turn);
        if (turn.Files.All(file => file.Problem is not null))
            return [];

        return DraftInHand.Of(turn) is { } draft ? Attach(draft, turn)
            : turn.Requests.Own.Where(IsAsked).ToList() is [var asked] ? Attach(asked, turn)
            : [];
    }

    private TurnResult Attach(Request request, Turn turn)
    {
        if (!request.IsDraft)
        {
            var moves = new RequestTransitions(services, cards, turn);
            return FileSteps.Attach(request, moves, next => moves.Show(next));
        }

        var inHand = new RequestTransitions(services, cards, DraftInHand.InItsLanguage(turn, request));
        var draft = inHand.Next(request);
        return
        [
            inHand.Save(draft, "files-added"),
            RequestTransitions.Redraw(draft),
            new Reply.Say(Added(request, draft, inHand.WordsOf(draft).Shared)),
            OpenQuestion.Repeat(draft, inHand),
        ];
    }

    private static string Added(Request before, Request draft, Phrases words) =>
        FileWords.Added([.. draft.Files.Where(file => !before.Files.Any(known => known.Id == file.Id))], draft.Key, words);

    // What is in a file is kept with the first request that it goes with.
    private static IReadOnlyList<Change> Kept(TurnResult result, Turn turn) =>
    [
        .. turn.Files.Select(file => (file, Request: result.Changes.OfType<Change.SaveRequest>().Select(save => save.Request)
                .FirstOrDefault(request => request.Files.Any(kept => kept.Id == file.Id))))
            .Where(it => it.Request is not null)
            .Select(it => new Change.KeepFile(it.file.Id, it.Request!.Id)),
    ];

    private IEnumerable<TurnResult.Part> Left(TurnResult result, IReadOnlyList<Change> kept, string text, Turn turn)
    {
        var words = services.Words.In(turn.Language);
        // Teams gives a bot the files of a personal chat alone, and none of somebody without an id.
        if (turn.Files.Count == 0)
        {
            yield return new Reply.Say(words[turn.Where.Kind is not PlaceKind.Personal ? "files.personal_only"
                : string.IsNullOrWhiteSpace(text) ? "files.only" : "files.beside"]);
            yield break;
        }

        foreach (var problem in turn.Files.Select(file => file.Problem).OfType<Problem>().Distinct())
            yield return new Reply.Say(FileWords.Of(problem, words));

        var ids = kept.OfType<Change.KeepFile>().Select(keep => keep.File).ToHashSet();
        var left = turn.Files.Where(file => file.Problem is null && !ids.Contains(file.Id)).Select(file => file.Name).ToList();
        if (left.Count > 0)
            yield return new Reply.Say(Unattached(left, result, turn, words));
    }

    private string Unattached(List<string> left, TurnResult result, Turn turn, Phrases words)
    {
        var names = FileWords.Names(left);
        var full = result.Changes.OfType<Change.SaveRequest>().Select(save => save.Request)
            .Concat(DraftInHand.Of(turn) is { } draft ? [draft] : [])
            .FirstOrDefault(request => request.Files.Count >= services.MostFiles);
        if (full is not null)
            return words.Say("files.full", ("files", names), ("key", full.Key), ("most", $"{services.MostFiles}"));

        if (turn.Requests.Named.FirstOrDefault(request => request.Owner.Id == turn.Who.Id) is { } meant && !CanAttach(meant))
            return words.Say("files.over", ("files", names), ("key", meant.Key));

        var open = turn.Requests.Own.Where(CanAttach).Select(request => request.Key).Take(MostNamed).ToList();
        return open.Count == 0
            ? words.Say("files.no_request", ("files", names))
            : words.Say("files.which", ("files", names), ("key", open[0]), ("keys", string.Join(", ", open)));
    }

    private bool CanAttach(Request request) => FileSteps.CanAttach(request, services.DeskOf(request));

    private bool IsAsked(Request request) => CanAttach(request) && request.Ticket is { State: TicketState.WaitingForYou };
}
