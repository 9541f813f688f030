using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>A declaration of a disaster, or the button for a failover: tells what to do, since the bot starts and announces nothing yet.</summary>
public sealed class DeclarationTopic(MatrixRows rows, WordsCatalog catalog) : ITopic
{
    private static readonly Dictionary<string, string> NoSlots = [];

    public IReadOnlyList<Effect>? Answer(Turn turn) => turn switch
    {
        { What: Happening.Said, Meaning: { Intent: Intent.DrEvent } meaning } => [Declared(meaning.Slots, turn.Language)],
        { What: Happening.Said, Meaning: { Intent: Intent.Request, Request: RequestCatalog.Failover } meaning } => [Declared(meaning.Slots, turn.Language)],
        { What: Happening.Pressed { Verb: Verbs.StartRequest } press }
            when press.Data.GetValueOrDefault(MatrixButtons.Request) is RequestCatalog.Failover
            => [Declared(NoSlots, turn.Language), new Effect.Notice(catalog.In(turn.Language)["notice.started"])],
        _ => null,
    };

    private Effect.Show Declared(IReadOnlyDictionary<string, string> slots, string language)
    {
        var row = RequestCatalog.TaskOf(RequestCatalog.Failover) is { } task ? rows.Find(task, language) : null;
        return new(DeclarationCard.Draw(row, slots, rows.In(language), catalog.In(language)));
    }
}
