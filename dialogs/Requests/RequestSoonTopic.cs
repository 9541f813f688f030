using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>A wish to start a request, said or pressed: tells what to do until guided requests exist.</summary>
public sealed class RequestSoonTopic(MatrixRows rows, WordsCatalog catalog) : ITopic
{
    private static readonly Dictionary<string, string> NoSlots = [];

    public IReadOnlyList<Effect>? Answer(Turn turn) => turn switch
    {
        { What: Happening.Said, Meaning: { Intent: Intent.Request } meaning } => [Said(meaning, turn.Language)],
        { What: Happening.Pressed { Verb: Verbs.StartRequest } press } => Pressed(press, turn.Language),
        _ => null,
    };

    private Effect.Show Said(Meaning meaning, string language)
    {
        var row = RowOf(meaning.Request, language);
        var understood = meaning.Rows.FirstOrDefault(other => other.Task == row?.Task);
        return Soon(
            meaning.Request,
            row is null || understood is null ? Whole(row) : AnsweredRow.Of(meaning, understood, row),
            meaning.Slots,
            language);
    }

    private IReadOnlyList<Effect> Pressed(Happening.Pressed press, string language)
    {
        var words = catalog.In(language);
        return press.Data.GetValueOrDefault(MatrixButtons.Request) is { } request && RequestCatalog.Knows(request)
            ? [Soon(request, Whole(RowOf(request, language)), NoSlots, language), new Effect.Notice(words["notice.started"])]
            : [new Effect.Notice(words["notice.request"])];
    }

    private Effect.Show Soon(string? request, AnsweredRow? row, IReadOnlyDictionary<string, string> slots, string language) =>
        new(RequestSoonCard.Draw(request, row, slots, rows.In(language), catalog.In(language)));

    private Row? RowOf(string? request, string language) =>
        request is not null && RequestCatalog.TaskOf(request) is { } task ? rows.Find(task, language) : null;

    private static AnsweredRow? Whole(Row? row) => row is null ? null : AnsweredRow.Of(row, Party.Client);
}
