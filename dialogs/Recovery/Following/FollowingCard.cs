using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Layout;

namespace ChatOpsBot.Dialogs.Recovery.Following;

/// <summary>What a channel follows, and who made it so; with a button to end each.</summary>
internal static class FollowingCard
{
    /// <summary>What the button to end carries the name of the system as.</summary>
    public const string System = "system";

    // A channel that names more than these one by one would follow everything.
    private const int Most = 20;
    private const int LongestRest = 8000;
    private const int MostNamed = 12;

    /// <param name="notes">What the turn did.</param>
    public static Card Draw(IReadOnlyList<FollowedSystem> followed, IReadOnlyList<string> notes, FollowingWords says)
    {
        var words = says.Words;
        var buttons = followed.Where(system => !system.IsFromSettings).Take(CardLimits.Buttons).ToHashSet();
        return new()
        {
            Summary =
                followed.Count == 0 ? words["following.nothing"] : words.Say("following.summary", ("systems", SummaryOf(followed, says))),
            Language = words.Language,
            Body =
            [
                CardLayout.Title(followed.Count == 0 ? words["following.nothing"] : words["following.title"]),
                // Names come from outside, so they are drawn without markdown.
                .. notes.Select(note => new RichText(new TextRun(note)) { Spacing = Spacing.Small }),
                .. followed.Take(Most).SelectMany(system => Lines(system, buttons.Contains(system), says)),
                .. followed.Count > Most
                    ? [new RichText(new TextRun(PlainText.Clip(says.List(followed.Skip(Most).Select(system => system.Name)), LongestRest)))]
                    : Array.Empty<Element>(),
                .. followed.Count(system => !system.IsFromSettings) > buttons.Count
                    ? [CardLayout.Line(words["following.more"])]
                    : Array.Empty<Element>(),
                .. followed.Count == 0 ? [CardLayout.Line(says.How)] : Array.Empty<Element>(),
            ],
        };
    }

    private static IEnumerable<Element> Lines(FollowedSystem system, bool hasButton, FollowingWords says)
    {
        yield return new RichText(
            new TextRun(says.Called(system.Name)) { Weight = TextWeight.Bolder },
            new TextRun($" · {says.Origin(system)}") { IsSubtle = true })
        {
            Spacing = Spacing.Medium,
        };
        if (!hasButton)
            yield break;

        yield return new ActionSet(
            new Execute(says.Words.Say("following.stop", ("system", says.Called(system.Name))), Verbs.StopFollowing)
            {
                Data = new Dictionary<string, string> { [System] = system.Name },
                IgnoresInputs = true,
            });
    }

    private static string SummaryOf(IReadOnlyList<FollowedSystem> followed, FollowingWords says) =>
        says.List(followed.Take(MostNamed).Select(system => system.Name)) + (followed.Count > MostNamed ? ", …" : "");
}
