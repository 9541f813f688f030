using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Dialogs.Layout;

/// <summary>Pieces that cards of several kinds are made of.</summary>
internal static class CardLayout
{
    public static TextBlock Title(string text) => new(text) { Size = TextSize.Large, Weight = TextWeight.Bolder, IsHeading = true };

    /// <summary>Begins a part of a card. Its size is named, as clients draw a heading without one as large as the title.</summary>
    public static TextBlock Heading(string text) =>
        new(text) { Size = TextSize.Medium, Weight = TextWeight.Bolder, IsHeading = true, Spacing = Spacing.Medium };

    public static TextBlock Line(string text) => new(text) { Spacing = Spacing.Small };

    /// <summary>Things to mind: on the colour of a warning, in the letters of everything else, so that they can be read.</summary>
    public static IEnumerable<Element> Notes(IEnumerable<string> notes, Spacing spacing = Spacing.Medium)
    {
        var lines = notes.Select(note => new RichText(new TextRun("⚠ " + note)) { Spacing = Spacing.Small }).ToList();
        if (lines.Count > 0)
            yield return new Container(lines) { Style = ContainerStyle.Warning, Spacing = spacing };
    }

    /// <summary>A heading and sentences below it, each of which a press says.</summary>
    public static IEnumerable<Element> Examples(string heading, IEnumerable<Example> examples, Phrases words) =>
        [Heading(heading), .. examples.Select(example => Say(words[example.Key]))];

    /// <summary>A sentence that a press says, on a line of its own.</summary>
    public static Container Say(string sentence) => Pressed(sentence, new Execute(sentence, Verbs.Say)
    {
        Data = new Dictionary<string, string> { [Verbs.Text] = sentence },
        IgnoresInputs = true,
    });

    /// <summary>A line that is pressed like a button: a card holds more of them than it may hold buttons.</summary>
    public static Container Pressed(string text, Execute press) =>
        new(new TextBlock("› " + text) { Color = TextColor.Accent, Weight = TextWeight.Bolder })
        {
            Press = press,
            Spacing = Spacing.Small,
        };

    /// <summary>A sentence to type: what it does depends on names that only its reader knows.</summary>
    public static TextBlock Quote(string example, Phrases words) => Line("• " + words.Say("example.quote", ("example", example)));
}
