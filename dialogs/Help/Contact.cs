namespace ChatOpsBot.Dialogs.Help;

/// <summary>Whom people ask about what the bot does not know.</summary>
/// <param name="Name">As people know it: a team, a service desk, a person.</param>
/// <param name="Link">A page or a mail address (mailto:); null when the name is enough.</param>
public sealed record Contact(string Name, Uri? Link = null);
