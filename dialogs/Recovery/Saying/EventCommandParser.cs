using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Recovery.Saying;

/// <summary>A sentence about DR events: "declare a failover for LPAR1", "update DR-3: switching now", "deliveries DR-3".</summary>
/// <param name="Number">Null where no event is named.</param>
internal sealed record EventCommandParser(EventCommand Command, int? Number)
{
    private static readonly (EventCommand Command, string Words)[] Named =
    [
        (EventCommand.Deliveries, "event.say.deliveries"),
        (EventCommand.Correct, "event.say.correct"),
        (EventCommand.GoAlone, "event.say.alone"),
        (EventCommand.Announce, "event.say.announce"),
        (EventCommand.Say, "event.say.update"),
        (EventCommand.Approve, "event.say.approve"),
        (EventCommand.Show, "event.say.show"),
    ];

    /// <summary>The news, the correction, or the word that goes with a step; null for none.</summary>
    public string? Text { get; init; }

    /// <summary>Where a step leads.</summary>
    public RecoveryState? To { get; init; }

    /// <summary>What is declared, as far as it was said.</summary>
    public SaidDeclaration? Declared { get; init; }

    /// <returns>Null for a sentence about something else.</returns>
    public static EventCommandParser? Read(string text, Turn turn, RequestServices services) =>
        EventKeys.FirstIn(text, services.Systems) is var (number, before, after)
            ? About(number, before, after, services.Words)
            : Listed(TypedText.Plain(text), services.Words) ?? Unnamed(text, turn, services.Words) ?? Declare(text, turn, services);

    // "update DR-3: text", "DR-3 failover running", "DR-3: text", "status of DR-3"
    private static EventCommandParser? About(int number, string before, string after, WordsCatalog words)
    {
        // A question changes nothing and is told to nobody.
        if (after.TrimEnd().EndsWith('?') || before.Contains('?', StringComparison.Ordinal))
            return Asked(number, before, after, words);

        var colon = after.IndexOf(':', StringComparison.Ordinal);
        var text = colon < 0 ? null : after[(colon + 1)..].Trim() is { Length: > 0 } said ? said : null;
        var order = Order(before, colon < 0 ? after : after[..colon]);
        if (order.Length == 0)
            return new(text is null ? EventCommand.Show : EventCommand.Say, number) { Text = text };
        if (StepIn(order, words) is { } to)
            return new(EventCommand.Step, number) { To = to, Text = text };
        if (Named.FirstOrDefault(named => IsSaid(order, named.Words, words)) is { Words: not null } found)
            return new(found.Command, number) { Text = text };
        // "update DR-3 replication stopped", without a colon.
        if (
            text is null
            && Order(before, "") is { Length: > 0 } lead
            && Named.FirstOrDefault(named => IsSaid(lead, named.Words, words))
                is { Words: not null, Command: EventCommand.Say or EventCommand.Correct } told)
            return new(told.Command, number) { Text = after.Trim(' ', ',', '-', '–') };
        if (Ends(Order(before, ""), "event.say.show", words))
            return new(EventCommand.Show, number);

        // A sentence that only mentions an event is about something else, such as a reference in a form.
        return before.Trim().Length > 0 ? null
            : text is null ? new(EventCommand.Hint, number)
            : new(EventCommand.Say, number) { Text = text };
    }

    // "who got DR-3?", "DR-3 closed?"
    private static EventCommandParser? Asked(int number, string before, string after, WordsCatalog words)
    {
        var order = Order(before, after);
        return Named.FirstOrDefault(named => named.Command is EventCommand.Deliveries && Begins(order, named.Words, words))
                is { Words: not null }
                ? new(EventCommand.Deliveries, number)
            : before.Trim().Length == 0 || Begins(order, "event.say.show", words) || StepIn(order, words) is not null
                ? new(EventCommand.Show, number)
            : null;
    }

    private static string Order(string before, string after) =>
        TypedText
            .Plain(string.Join(' ', $"{before} {after}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Trim(' ', ',', '-', '–', '#', '?');

    private static EventCommandParser? Listed(string plain, WordsCatalog words) =>
        IsSaid(plain, "event.say.list", words) ? new(EventCommand.List, null)
        : IsSaid(plain, "event.say.page", words) ? new(EventCommand.Page, null)
        : IsSaid(plain, "event.say.deliveries", words) ? new(EventCommand.Deliveries, null)
        : null;

    // Where there is but one event, "update: replication stopped" needs no name; the topic sees to that.
    // What is typed while a form is open belongs to the form.
    private static EventCommandParser? Unnamed(string text, Turn turn, WordsCatalog words)
    {
        if (
            DraftInHand.Of(turn) is not null
            || text.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon)
            || text[(colon + 1)..].Trim() is not { Length: > 0 } news)
            return null;

        return IsSaid(TypedText.Plain(text[..colon]), "event.say.update_alone", words) ? new(EventCommand.Say, null) { Text = news } : null;
    }

    private static EventCommandParser? Declare(string text, Turn turn, RequestServices services) =>
        SaidDeclaration.Read(text, turn, services) is { } declared
        && (declared.Systems.Count > 0 || turn.Meaning is not { Intent: Intent.Responsibility })
            ? new(EventCommand.Declare, null) { Declared = declared }
            : null;

    // The whole of it: "stable in about 20 minutes" is no step.
    private static RecoveryState? StepIn(string order, WordsCatalog words) =>
        Enum.GetValues<RecoveryState>().Where(state => state is not (RecoveryState.Declared or RecoveryState.Approved))
            .Where(state => IsSaid(order, $"event.say.to.{state}", words)).Select(state => (RecoveryState?)state).FirstOrDefault();

    private static bool Begins(string order, string key, WordsCatalog words) =>
        InEvery(key, words).Any(phrase => order == phrase || order.StartsWith(phrase + " ", StringComparison.Ordinal));

    // "send me the status of DR-3"
    private static bool Ends(string lead, string key, WordsCatalog words) =>
        InEvery(key, words).Any(phrase => lead == phrase || lead.EndsWith(" " + phrase, StringComparison.Ordinal));

    private static bool IsSaid(string plain, string key, WordsCatalog words) => InEvery(key, words).Contains(plain);

    private static IEnumerable<string> InEvery(string key, WordsCatalog words) =>
        words.Languages.SelectMany(language => words.In(language).Several(key));
}
