using ChatOpsBot.Cards.Actions;

namespace ChatOpsBot.Dialogs.Help;

/// <summary>Whom people ask about what the bot does not know.</summary>
/// <param name="Name">As people know it: a team, a service desk, a person.</param>
/// <param name="Link">A page or a mail address (mailto:); null when the name is enough.</param>
/// <exception cref="ArgumentException">The link is of another kind, which no button can open.</exception>
public sealed record Contact(string Name, Uri? Link = null)
{
    public Uri? Link { get; } = Link is null || OpenUrl.CanOpen(Link)
        ? Link
        : throw new ArgumentException($"The contact's link has to begin with https:, http: or mailto:, not \"{Link}\".", nameof(Link));
}
