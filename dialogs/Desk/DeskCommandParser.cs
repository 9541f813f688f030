using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Forms.Reading;

namespace ChatOpsBot.Dialogs.Desk;

/// <summary>Reads sentences by which people ask for the desk's page. A sentence is one of these as a whole or not at all.</summary>
internal static class DeskCommandParser
{
    /// <param name="language">Tried first: some words are said in several languages.</param>
    public static Command.OpenDesk? Read(string text, string language, RequestServices services)
    {
        var plain = services.Courtesy.Trim(TypedText.Plain(text));
        return services.Words.Languages.OrderBy(it => it != language)
            .FirstOrDefault(it => services.Words.In(it).Several("desk.say.open").Contains(plain)) is { } spoken
            ? new(spoken)
            : null;
    }
}
