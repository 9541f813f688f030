using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs.Help;

/// <summary>What to say to the bot, by example.</summary>
public static class HelpCard
{
    /// <param name="requests">The kinds of requests that can be started, by id.</param>
    /// <param name="own">Sentences that ask for a request, of those types that bring one of their own.</param>
    public static Card Draw(
        PlaceKind place, IReadOnlyList<string> requests, IReadOnlyList<string> own, ResponsibilityMatrix matrix, Phrases words) =>
        new()
        {
            Summary = words["help.summary"],
            Language = words.Language,
            Body =
            [
                CardLayout.Title(words["help.title"]),
                .. CardLayout.Examples(words["help.ask"], Example.Of(Intent.Responsibility), words),
                CardLayout.Heading(words["help.requests"]),
                .. requests.Select(id => MatrixButtons.Start(id, words)).Select(start => CardLayout.Pressed(start.Title, start)),
                CardLayout.Line(words["help.typed"]),
                .. Example.Of(Intent.Request).Select(example => CardLayout.Quote(words[example.Key], words)),
                .. own.Select(example => CardLayout.Quote(example, words)),
                CardLayout.Heading(words["help.events"]),
                CardLayout.Say(words["example.declare_ask"]),
                CardLayout.Quote(words["example.update"], words),
                CardLayout.Line("• " + words["help.events.follow"]),
                .. place is PlaceKind.Personal ? Array.Empty<Element>() : [Mention(words)],
            ],
            Actions =
            [
                new Execute(words["button.mine"], Verbs.ShowMyRequests),
                new Execute(words["button.events"], Verbs.ShowEvents),
                MatrixButtons.WholeMatrix(words),
                .. MatrixButtons.OpenPage(matrix, words),
            ],
        };

    private static TextBlock Mention(Phrases words) => new(words["help.mention"]) { IsSubtle = true, Spacing = Spacing.Medium };
}
