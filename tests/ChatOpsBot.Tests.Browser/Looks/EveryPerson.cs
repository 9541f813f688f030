using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Tests.Browser.Looks;

/// <summary>What is stored about a person, and how they are forgotten.</summary>
internal static class EveryPerson
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public static IReadOnlyDictionary<string, Card> In(string language)
    {
        var (know, forget) = language == "de" ? ("was weißt du über mich", "vergiss mich") : ("what do you know about me", "forget me");
        var (much, none) = (Talk(language, All()), Talk(language, []));
        var mark = new PersonalRecords(Looks.Talk.Ana.Id, All()).Mark;
        return new Dictionary<string, Card>
        {
            ["my data"] = much.Say(know),
            ["my data: none"] = none.Say(know),
            ["my data: one by one"] = much.Press(Verbs.ShowRecords, ("page", "1")),
            ["forget me"] = much.Say(forget),
            ["forget me: changed meanwhile"] = much.Press(Verbs.Forget, ("mark", "older")),
            ["forget me: nothing"] = none.Say(forget),
            ["forgotten"] = much.Press(Verbs.Forget, ("mark", mark)),
            ["kept"] = much.Press(Verbs.KeepRecords),
        };
    }

    private static Talk Talk(string language, IReadOnlyList<PersonalRecord> records) => new(EveryRequest.Kit(), language, Now)
    {
        Records = new(new PersonalRecords(Looks.Talk.Ana.Id, records), new RetentionPeriods()),
    };

    private static List<PersonalRecord> All() =>
        [
            .. Enum.GetValues<RecordKind>()
                .Select(
                    (kind, number) =>
                        new PersonalRecord(
                            kind,
                            kind is RecordKind.Chat or RecordKind.Link ? "" : $"RST-K0002{number % 10}",
                            Now.AddDays(-40 - number),
                            Now.AddDays(-number),
                            IsNamed: true)),
        ];
}
