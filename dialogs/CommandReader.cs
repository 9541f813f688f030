using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Desk;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.People;
using ChatOpsBot.Dialogs.Recovery.Following;
using ChatOpsBot.Dialogs.Recovery.Saying;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Dialogs.Roles;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Dialogs;

/// <summary>Parses what a message tells the bot to do, once for all topics, most specific first.</summary>
public sealed class CommandReader(RequestServices services)
{
    private readonly FollowCommandParser _following = new(services.Words, services.Systems);
    private readonly PersonalDataCommandParser _personalData = new(services.Words);
    private readonly RoleCommandParser _roles = new(services);

    /// <param name="language">Two-letter code; tried first where a word belongs to several languages.</param>
    /// <param name="isThread">It was said in a thread of a channel, which may be that of an event.</param>
    /// <returns>Null for a question, an answer, small talk, a new request.</returns>
    public Command? Read(string text, Meaning? meaning, string language, bool isThread = false)
    {
        if (DeskCommandParser.Read(text, language, services) is { } openDesk)
            return openDesk;
        // Whole sentences with the name of a role, which may begin like an order about a DR event.
        if (_roles.Read(text, language) is { } onRoles)
            return onRoles;

        var onEvent = EventCommandParser.Read(text, meaning, services);
        return onEvent is { Action: not EventAction.Mention } ? onEvent
            : _following.Read(text, language)
                ?? _personalData.Read(text, language)
                ?? (Command?)RequestCommandParser.Read(text, services)
                ?? onEvent
                ?? (isThread ? EventCommandParser.ReadInThread(text, services) : null);
    }
}
