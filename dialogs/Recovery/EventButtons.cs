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

    internal static Dictionary<string, string> DataOf(RecoveryEvent happening) => new()
    {
        [Event] = happening.Id.ToString("N"),
        [Version] = happening.Version.ToString(CultureInfo.InvariantCulture),
    };

    internal static Execute Of(string verb, string title, RecoveryEvent happening, ActionStyle style = ActionStyle.Default) =>
        new(title, verb) { Data = DataOf(happening), Style = style };

    internal static Execute Step(RecoveryState to, RecoveryEvent happening, Phrases words) => new(words[$"event.button.to.{to}"], Verbs.StepEvent)
    {
        Data = new Dictionary<string, string>(DataOf(happening)) { [To] = to.ToString() },
        Style = to switch
        {
            RecoveryState.Rejected or RecoveryState.Cancelled => ActionStyle.Destructive,
            RecoveryState.Approved => ActionStyle.Positive,
            _ => ActionStyle.Default,
        },
    };

    /// <summary>The event has changed since the card was drawn.</summary>
    internal static bool IsOld(Happening.Pressed press, RecoveryEvent happening) =>
        press.Data.GetValueOrDefault(Version) != happening.Version.ToString(CultureInfo.InvariantCulture);
}
