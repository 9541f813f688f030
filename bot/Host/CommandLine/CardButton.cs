using ChatOpsBot.Dialogs.Conversation;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>A button of a card in the terminal.</summary>
/// <param name="Press">What is sent when it is pressed.</param>
internal sealed record CardButton(string Title, TurnInput.ButtonPress Press);
