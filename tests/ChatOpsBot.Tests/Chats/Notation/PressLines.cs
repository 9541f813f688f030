using System.Text.RegularExpressions;

namespace ChatOpsBot.Tests.Chats.Notation;

/// <summary>
/// What people do with cards. Without a name it is whoever did something last, and the card is the one that changed last where they are:
/// <code>
/// (presses "Whole row") (ben presses "Approve")
/// (presses "Show" choosing "Backup and Restore")                     in the card's first list
/// (ana fills LPAR=LPAR1; Note="one; two"; Urgent=yes; presses "Next")  by label or id; what is not named goes as the card shows it
/// (presses "File it" on the card "Review")                           the newest one whose first line begins so
/// (presses "File it" on the old card "Review")                       as the card was before it was replaced
/// (presses "Next" as a message)                                      a client that does not know Action.Execute
/// (presses "Next" with empty fields)                                 a client that sends what is empty as ""
/// (ana presses "File it" twice at once) (ana and ben press "Approve" at once)
/// (sends row.show task=Mainframe, party=Ibm)                         a press no card on the screen has
/// </code>
/// A press that the client keeps back, because an input is missing or wrong, does not reach the bot, as in Teams. A button that folds
/// parts of a card in or out asks no bot either.
/// </summary>
internal static partial class PressLines
{
    private const string Where = "(?: on the (?<old>old )?card \"(?<card>[^\"]+)\")?";

    public static IReadOnlyList<ChatLine> All { get; } =
    [
        new(
            $"\\((?:(?<who>(?!fills|presses)\\w+) )?(?:fills (?<fills>.+); )?presses \"(?<button>[^\"]+)\"(?: choosing \"(?<choice>[^\"]+)\")?"
                + $"{Where}(?<message> as a message)?(?<empty> with empty fields)?\\)",
            (stage, said) => stage.PressAsync(Read(said))),
        new(
            $"\\((?<who>\\w+) presses \"(?<button>[^\"]+)\"{Where} twice at once\\)",
            (stage, said) => stage.PressAtOnceAsync(Read(said), said["who"].Value, said["who"].Value)),
        new(
            $"\\((?<who>\\w+) and (?<other>\\w+) press \"(?<button>[^\"]+)\"{Where} at once\\)",
            (stage, said) => stage.PressAtOnceAsync(Read(said), said["who"].Value, said["other"].Value)),
        new(
            @"\(sends (?<verb>[\w.]+)(?: (?<pairs>.+))?\)",
            (stage, said) =>
                stage.SendPressAsync(said["verb"].Value, Pairs(said["pairs"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries)))),
    ];

    private static Press Read(GroupCollection said) => new(said["button"].Value)
    {
        Who = Text(said["who"]),
        Fills = [.. Pairs(Fill().Matches(said["fills"].Value).Select(fill => fill.Value.Trim()))],
        Choice = Text(said["choice"]),
        Card = Text(said["card"]),
        IsOld = said["old"].Success,
        AsMessage = said["message"].Success,
        SendsEmpty = said["empty"].Success,
    };

    private static string? Text(Group group) => group.Success ? group.Value : null;

    private static IEnumerable<(string, string)> Pairs(IEnumerable<string> pairs) =>
        pairs.Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], Unquoted(pair[1])));

    // A quoted value may hold a semicolon, and a new line as \n.
    private static string Unquoted(string value) =>
        value is ['"', .., '"'] ? value[1..^1].Replace("\\n", "\n", StringComparison.Ordinal) : value;

    [GeneratedRegex("[^;=]+=(\"[^\"]*\"|[^;\"]*)")]
    private static partial Regex Fill();
}
