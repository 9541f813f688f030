using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>A wish to start a request, said or pressed: tells what to do until guided requests exist.</summary>
public sealed class RequestSoonTopic(MatrixRows rows, WordsCatalog catalog) : ITopic
{
    private static readonly Dictionary<string, string> NoSlots = [];

    public IReadOnlyList<Effect>? Answer(Turn turn) => turn switch
    {
        { What: Happening.Said, Meaning: { Intent: Intent.Request } meaning } => [Soon(meaning.Request, meaning.Slots, turn.Language)],
        { What: Happening.Pressed { Verb: Verbs.StartRequest } press } => [Pressed(press, turn.Language)],
        _ => null,
    };

    private Effect Pressed(Happening.Pressed press, string language) =>
        press.Data.GetValueOrDefault(MatrixButtons.Request) is { } request && RequestCatalog.Knows(request)
            ? Soon(request, NoSlots, language)
            : new Effect.Notice(catalog.In(language)["notice.request"]);

    private Effect.Show Soon(string? request, IReadOnlyDictionary<string, string> slots, string language)
    {
        var row = request is not null && RequestCatalog.TaskOf(request) is { } task ? rows.Find(task, language) : null;
        return new(RequestSoonCard.Draw(request, row, slots, rows.In(language), catalog.In(language)));
    }
}
