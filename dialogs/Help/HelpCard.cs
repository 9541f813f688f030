using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Actions;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Cards.Inputs;
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
    private static readonly string[] Events = ["example.declare", "example.update"];

    /// <param name="requests">The kinds of requests that can be started, by id.</param>
    /// <param name="own">Sentences that ask for a request, of those types that bring one of their own.</param>
    public static Card Draw(
        PlaceKind place, IReadOnlyList<Choice> requests, IReadOnlyList<string> own, ResponsibilityMatrix matrix, Phrases words) =>
        new()
        {
            Summary = words["help.summary"],
            Language = words.Language,
            Body =
            [
                CardLayout.Title(words["help.title"]),
                .. CardLayout.Examples(words["help.ask"], Example.Of(Intent.Responsibility), words),
                .. CardLayout.Examples(words["help.requests"], Example.Of(Intent.Request), words),
                .. own.Select(example => CardLayout.Quote(example, words)),
                CardLayout.Line("• " + words["help.standing"]),
                CardLayout.Heading(words["help.events"]),
                .. Events.Select(key => CardLayout.Quote(words[key], words)),
                CardLayout.Line("• " + words["help.events.follow"]),
                new ChoiceInput(MatrixButtons.Request, words["help.start"], requests)
                {
                    Value = requests[0].Value,
                    Spacing = Spacing.Medium,
                },
                .. place is PlaceKind.Personal ? Array.Empty<Element>() : [Mention(words)],
            ],
            Actions =
            [
                new Execute(words["button.start"], Verbs.StartRequest),
                new Execute(words["button.mine"], Verbs.ShowMyRequests) { IgnoresInputs = true },
                new Execute(words["button.events"], Verbs.ShowEvents) { IgnoresInputs = true },
                MatrixButtons.WholeMatrix(words),
                .. MatrixButtons.OpenPage(matrix, words),
            ],
        };

    private static TextBlock Mention(Phrases words) => new(words["help.mention"]) { IsSubtle = true, Spacing = Spacing.Medium };
}
