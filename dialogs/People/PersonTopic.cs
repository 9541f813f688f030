using System.Globalization;
using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Dialogs.People;

/// <summary>What is stored about whoever asks, and how they are forgotten: about themselves alone, in their personal chat.</summary>
internal sealed class PersonTopic(WordsCatalog catalog) : ITopic
{
    public TurnResult? Answer(Turn turn)
    {
        if (turn.Command is Command.OnPersonalRecords command)
            return Said(command, turn);
        if (turn.What is not TurnInput.ButtonPress press || !Verbs.Needs(press.Verb).HasFlag(TurnNeeds.PersonalData))
            return null;

        // A card that somebody forwarded, or a button that somebody made up.
        return turn is not { Where.Kind: PlaceKind.Personal, Records: { } sight }
            ? [new Reply.Notice(catalog.In(turn.Language)["people.elsewhere"])]
            : Pressed(press, sight, turn);
    }

    private TurnResult Said(Command.OnPersonalRecords said, Turn turn)
    {
        var words = catalog.In(said.Language);
        if (turn.Where.Kind is not PlaceKind.Personal)
            return [new Reply.Say(words["people.elsewhere"])];
        // A single question in the terminal (ask) is answered without a database.
        if (turn.Records is not { } sight)
            return [new Reply.Say(words["people.unknown"])];

        var says = new RecordWords(words, sight, turn);
        return
        [
            new Reply.Show(
                said.Action is PersonalDataAction.Show ? RecordsCard.Draw(sight.Records, says) : ForgetCard.Ask(sight.Records, says)),
        ];
    }

    private TurnResult Pressed(TurnInput.ButtonPress press, PersonalDataContext sight, Turn turn)
    {
        var (words, records) = (catalog.In(turn.Language), sight.Records);
        var says = new RecordWords(words, sight, turn);
        return press.Verb switch
        {
            Verbs.ShowRecords => [new Reply.Replace(Page(press, sight, says))],
            Verbs.AskToForget => [new Reply.Replace(ForgetCard.Ask(records, says))],
            Verbs.KeepRecords => [new Reply.Replace(ForgetCard.Kept(says))],
            _ when !records.CanBeForgotten => [new Reply.Replace(ForgetCard.Ask(records, says))],
            // What is confirmed has to be what was shown.
            _ when press.Data.GetValueOrDefault(ForgetCard.Mark) != records.Mark =>
            [
                new Reply.Replace(ForgetCard.Ask(records, says, words["people.forget.changed"])),
            ],
            _ => [new Change.ForgetPerson(), new Reply.Replace(ForgetCard.Done(records, says))],
        };
    }

    private static Card Page(TurnInput.ButtonPress press, PersonalDataContext sight, RecordWords says) =>
        int.TryParse(press.Data.GetValueOrDefault(RecordsCard.Page), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            && RecordsCard.DrawPage(page, sight.Records, says) is { } entries
            ? entries
            : RecordsCard.Draw(sight.Records, says);
}
