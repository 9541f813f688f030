using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Reading;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Recovery.Saying;

/// <summary>Parses commands about DR events: "declare a failover for LPAR1", "update DR-3: switching now", "deliveries DR-3".</summary>
internal static class EventCommandParser
{
    private const string Failover = "dr_failover";

    private static readonly (EventAction Action, string Words)[] Named =
    [
        (EventAction.Deliveries, "event.say.deliveries"),
        (EventAction.Correct, "event.say.correct"),
        (EventAction.GoAlone, "event.say.alone"),
        (EventAction.Announce, "event.say.announce"),
        (EventAction.Say, "event.say.update"),
        (EventAction.Approve, "event.say.approve"),
        (EventAction.Show, "event.say.show"),
    ];

    /// <returns>Null for a sentence about something else.</returns>
    public static Command.OnEvent? Read(string text, Meaning? meaning, RequestServices services) =>
        EventKeys.FirstIn(text, services.Systems) is var (number, before, after)
            ? About(number, before, after, meaning, services)
            : services.Words.IsSaid("forms.say.now", TypedText.Plain(text)) ? new(EventAction.Next, null)
            : Listed(services.Courtesy.Trim(TypedText.Plain(text)), services.Words)
                ?? Unnamed(text, services)
                ?? Declare(text, meaning, services);

    /// <summary>What is said in the thread of an event, which needs no name there: "failover started".</summary>
    /// <returns>Null for a sentence that is no step.</returns>
    public static Command.OnEvent? ReadInThread(string text, RequestServices services)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        var (head, said) = colon < 0 ? (text, null) : (text[..colon], text[(colon + 2)..].Trim());
        var step = StepIn(services.Courtesy.Trim(TypedText.Plain(head)), services.Words);
        // "Done" and "stop" may be said of anything there: without a word on how it ended, no event ends by them.
        var ends = step is RecoveryState.Closed or RecoveryState.Rejected or RecoveryState.Cancelled;
        if (step is not { } to || (ends && string.IsNullOrEmpty(said)))
            return null;

        return new(EventAction.Step, null) { To = to, Text = string.IsNullOrEmpty(said) ? null : said };
    }

    // "update DR-3: text", "DR-3 failover running", "DR-3: text", "status of DR-3"
    private static Command.OnEvent? About(int number, string before, string after, Meaning? meaning, RequestServices services)
    {
        var words = services.Words;
        // A question changes nothing and is told to nobody.
        if (QuestionMark.Ends(after) || before.Any(QuestionMark.Is))
            return Asked(number, before, after, meaning, services);

        var colon = after.IndexOf(':', StringComparison.Ordinal);
        var text = colon < 0 ? null : after[(colon + 1)..].Trim() is { Length: > 0 } said ? said : null;
        var order = Order(before, colon < 0 ? after : after[..colon], services);
        if (order.Length == 0)
            return new(text is null ? EventAction.Show : EventAction.Say, number) { Text = text };
        if (StepIn(order, words) is { } to)
            return new(EventAction.Step, number) { To = to, Text = text };
        if (Named.FirstOrDefault(named => words.IsSaid(named.Words, order)) is { Words: not null } found)
            return new(found.Action, number) { Text = text };
        // "update DR-3 replication stopped", without a colon.
        if (
            text is null
            && Order(before, "", services) is { Length: > 0 } lead
            && Named.FirstOrDefault(named => words.IsSaid(named.Words, lead))
                is { Words: not null, Action: EventAction.Say or EventAction.Correct } told)
            return new(told.Action, number) { Text = after.Trim(' ', ',', '-', '–') };
        // "for the record: an update on DR-3: replication stopped"
        if (
            text is not null
            && !words.InEveryLanguage("event.say.not").Any(SaidWords.Of(before).Say)
            && Named.FirstOrDefault(named => words.Ends(named.Words, Order(before, "", services)))
                is { Words: not null, Action: EventAction.Say or EventAction.Correct } ended)
            return new(ended.Action, number) { Text = text };
        if (words.Ends("event.say.show", Order(before, "", services)))
            return new(EventAction.Show, number);

        return before.Trim().Length == 0
            ? text is null ? new(EventAction.Hint, number) : new(EventAction.Say, number) { Text = text }
            : Mentioned(number, meaning);
    }

    // It is about that event rather than about a new one; unless it is about another request, which may name an event as its reference.
    private static Command.OnEvent? Mentioned(int number, Meaning? meaning) =>
        meaning is { Intent: Intent.Request, Request: not Failover } ? null : new(EventAction.Mention, number);

    // "who got DR-3?", "DR-3 closed?"
    private static Command.OnEvent? Asked(int number, string before, string after, Meaning? meaning, RequestServices services)
    {
        var (order, words) = (Order(before, after, services), services.Words);
        if (words.IsSaid("event.say.approve", order))
            return new(EventAction.Approve, number);
        return Named.FirstOrDefault(named => named.Action is EventAction.Deliveries && words.Begins(named.Words, order))
                is { Words: not null }
                ? new(EventAction.Deliveries, number)
            : before.Trim().Length == 0 || words.Begins("event.say.show", order) || StepIn(order, words) is not null
                ? new(EventAction.Show, number)
            // A question may be about the matrix.
            : meaning?.Intent is Intent.Responsibility ? null
            : Mentioned(number, meaning);
    }

    private static string Order(string before, string after, RequestServices services) =>
        services.Courtesy.Trim(
            TypedText
                .Plain(string.Join(' ', $"{before} {after}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
                .Trim(' ', ',', '-', '–', '#', '?'));

    private static Command.OnEvent? Listed(string plain, WordsCatalog words) =>
        words.IsSaid("event.say.list", plain) ? new(EventAction.List, null)
        : words.IsSaid("event.say.page", plain) ? new(EventAction.Page, null)
        : words.IsSaid("event.say.deliveries", plain) ? new(EventAction.Deliveries, null)
        : null;

    // Where there is but one event, "update: replication stopped" needs no name; the topic sees to that.
    private static Command.OnEvent? Unnamed(string text, RequestServices services)
    {
        if (
            text.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon)
            || text[(colon + 1)..].Trim() is not { Length: > 0 } news)
            return null;

        return services.Words.IsSaid("event.say.update_alone", services.Courtesy.Trim(TypedText.Plain(text[..colon])))
            ? new(EventAction.Say, null) { Text = news }
            : null;
    }

    private static Command.OnEvent? Declare(string text, Meaning? meaning, RequestServices services) =>
        DeclarationParser.Denies(text, services) ? new(EventAction.Deny, null) :
        DeclarationParser.Read(text, meaning, services) is { } declared
        && (declared.Systems.Count > 0 || meaning is not { Intent: Intent.Responsibility })
            ? new(EventAction.Declare, null) { Declared = declared }
            : null;

    // The whole of it: "stable in about 20 minutes" is no step.
    private static RecoveryState? StepIn(string order, WordsCatalog words) =>
        Enum.GetValues<RecoveryState>().Where(state => state is not (RecoveryState.Declared or RecoveryState.Approved))
            .Where(state => words.IsSaid($"event.say.to.{state}", order)).Select(state => (RecoveryState?)state).FirstOrDefault();
}
