using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.People.Roles;

namespace ChatOpsBot.Dialogs.Desk;

/// <summary>Gives whoever works at the local desk a link to its page: for them alone, in their personal chat.</summary>
internal sealed class DeskPageTopic(WordsCatalog catalog) : ITopic
{
    public TurnResult? Answer(Turn turn)
    {
        if (turn.Command is not Command.OpenDesk said)
            return null;

        var words = catalog.In(said.Language);
        return
        [
            new Reply.Say(turn switch
            {
                { Where.Kind: not PlaceKind.Personal } => words["desk.personal"],
                // A single question in the terminal is answered without a database.
                { DeskPage: null } => words["desk.elsewhere"],
                { DeskPage.Access: DeskPageAccess.Guest } => words["desk.guest"],
                { DeskPage.Access: DeskPageAccess.Unsure } => words["desk.unsure"],
                { DeskPage.Access: DeskPageAccess.NoRole } => words.Say("desk.no_role", ("role", RoleDictionary.Desk)),
                { DeskPage.Link: { } link } => words.Say("desk.link", ("link", link.ToString())),
                _ => words["desk.no_address"],
            }),
        ];
    }
}
