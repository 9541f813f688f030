using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Catalog;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Help;
using ChatOpsBot.Dialogs.Responsibility;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Tests.Browser.Looks;

/// <summary>Every kind of card, with the texts people really get to see.</summary>
internal static class EveryCard
{
    public static IReadOnlyDictionary<string, Card> In(string language)
    {
        var words = WordsCatalog.Load().In(language);
        var matrix = MatrixLibrary.Shipped().In(language);
        return Answers(matrix, words).Concat(Asked(language)).Concat(Others(matrix, words)).ToDictionary();
    }

    // What depends on how it was asked, asked as people do.
    private static Dictionary<string, Card> Asked(string language)
    {
        var talk = new Talk(EveryRequest.Kit(), language, EveryRequest.Now);
        var isGerman = language == "de";
        return new()
        {
            ["answer: yes or no"] = talk.Say(isGerman ? "IBM spielt die PTFs ein, richtig?" : "Am I right that IBM installs the PTFs?"),
            ["column"] = talk.Say(isGerman ? "Was bleibt bei uns?" : "What stays with us?"),
            ["beside the matrix"] = talk.Say(isGerman ? "Wer entsperrt ein Benutzerprofil?" : "Who unlocks a user profile?"),
            ["objectives"] = talk.Say(isGerman ? "Was ist die RTO von LPAR1?" : "What is the RTO of LPAR1?"),
        };
    }

    private static Dictionary<string, Card> Answers(ResponsibilityMatrix matrix, Phrases words) => new()
    {
        ["answer: IBM"] = Answer([Told(matrix.Rows[0], Party.Ibm)], null, matrix, words),
        ["answer: you"] = Answer([Told(RowOf("restore", matrix), Party.Client)], "restore", matrix, words),
        ["answer: both"] = Answer([AnsweredRow.Of(RowOf("dr_failover", matrix), Party.Both)], null, matrix, words),
        ["answer: two rows"] = Answer([Told(matrix.Rows[1], Party.Ibm), Told(RowOf("pam", matrix), Party.Client)], null, matrix, words),
        ["row"] = RowCard.Draw(Told(RowOf("pam", matrix), Party.Client), matrix, words),
        ["matrix"] = MatrixCard.Draw(1, matrix, [], words)!,
    };

    private static Dictionary<string, Card> Others(ResponsibilityMatrix matrix, Phrases words) => new()
    {
        ["did you mean"] = AskBackCard.DidYouMean([.. matrix.Rows.Skip(1).Take(4)], Party.None, words),
        ["which task"] = AskBackCard.WhichTask(matrix, Party.None, words),
        ["welcome"] = WelcomeCard.Draw(PlaceKind.Personal, "", matrix, words),
        ["welcome, team"] = WelcomeCard.Draw(PlaceKind.Channel, "Ana Example", matrix, words),
        ["help"] = HelpCard.Draw(PlaceKind.Channel, RequestCatalog.Ids, [], matrix, words),
        ["outside"] = OutsideCard.Draw(
            "licensing", new Contact("Platform desk", new("https://example.com")), ["mfa"], KnownElsewhere.Nothing, words),
    };

    private static Card Answer(IReadOnlyList<AnsweredRow> rows, string? request, ResponsibilityMatrix matrix, Phrases words) =>
        AnswerCard.Draw(rows, request, null, matrix, words);

    private static AnsweredRow Told(Row row, Party asked) => AnsweredRow.Of(row, asked) with { Touched = [row.DutiesOf(asked).First()] };

    private static Row RowOf(string request, ResponsibilityMatrix matrix) =>
        matrix.Rows.First(row => RequestCatalog.Of(row).Contains(request));
}
