using System.Globalization;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Dialogs.Recovery;

/// <summary>The buttons of a DR event's cards. They carry its id and the version the card shows, and nothing that is trusted.</summary>
public static class EventButtons
{
    /// <summary>The event's id.</summary>
    public const string Event = "event";

    /// <summary>Where a step leads.</summary>
    internal const string To = "to";

    /// <summary>What was typed: the news, a reason, a word with a step.</summary>
    internal const string Text = "text";

    /// <summary>What a declaration says.</summary>
    internal const string Kind = "kind";

    internal const string Systems = "systems";

    internal const string Reason = "reason";

    private const string Version = "version";

    internal static Dictionary<string, string> DataOf(RecoveryEvent drEvent) => new()
    {
        [Event] = drEvent.Id.ToString("N"),
        [Version] = drEvent.Version.ToString(CultureInfo.InvariantCulture),
    };

    internal static Execute Of(string verb, string title, RecoveryEvent drEvent, ActionStyle style = ActionStyle.Default) =>
        new(title, verb) { Data = DataOf(drEvent), Style = style };

    /// <summary>The way forward stands out; one button at most warns.</summary>
    internal static Execute Step(RecoveryStep step, RecoveryEvent drEvent, Phrases words) =>
        new(words[$"event.button.{(step.IsBack ? "back" : "to")}.{step.To}"], Verbs.StepEvent)
        {
            Data = new Dictionary<string, string>(DataOf(drEvent)) { [To] = step.To.ToString() },
            Style = step.To switch
            {
                RecoveryState.Cancelled => ActionStyle.Destructive,
                RecoveryState.Rejected => ActionStyle.Default,
                _ => step.IsBack || step.To is RecoveryState.Closed ? ActionStyle.Default : ActionStyle.Positive,
            },
        };

    /// <summary>The event has changed since the card was drawn.</summary>
    internal static bool IsOld(TurnInput.ButtonPress press, RecoveryEvent drEvent) =>
        press.Data.GetValueOrDefault(Version) != drEvent.Version.ToString(CultureInfo.InvariantCulture);
}
