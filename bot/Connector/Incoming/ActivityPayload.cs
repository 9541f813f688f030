using ChatOpsBot.Connector.Schema;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>What an activity tells: a closed family. Everything in it comes from outside: check it.</summary>
public abstract record ActivityPayload
{
    private ActivityPayload()
    {
    }

    /// <summary>Somebody wrote to the bot.</summary>
    /// <param name="Text">Plain text without the mention of the bot and the space around it; empty when there was nothing else.</param>
    public sealed record Message(string Text) : ActivityPayload
    {
        /// <summary>The text without the colleagues who are mentioned before or after everything else; null where there are none.</summary>
        public string? Order { get; init; }

        /// <summary>The pictures and files that came with it.</summary>
        public IReadOnlyList<SentFile> Files { get; init; } = [];

        /// <summary>The colleagues who are mentioned, each with the name that stands in the text.</summary>
        public IReadOnlyList<ChannelAccount> Mentioned { get; init; } = [];
    }

    /// <summary>Somebody changed a message they had written; the activity carries the id of that message.</summary>
    public sealed record Edited(Message Now) : ActivityPayload;

    /// <summary>An <c>Action.Submit</c> of a card, which comes as a message.</summary>
    /// <param name="Values">The button's own values and what was entered on the card, by name.</param>
    public sealed record CardSubmitted(IReadOnlyDictionary<string, string> Values) : ActivityPayload;

    /// <summary>An <c>Action.Execute</c> of a card that somebody pressed. A refresh by the client itself is none.</summary>
    /// <param name="Verb">Names what the button does; not empty.</param>
    /// <param name="Values">The button's own values and what was entered on the card, by name.</param>
    public sealed record ButtonPressed(string Verb, IReadOnlyDictionary<string, string> Values) : ActivityPayload;

    /// <summary>A search from a compose box, in any chat: the bot may not be a member of it, and cannot write to it.</summary>
    public sealed record SearchRequested(ComposeQuery Query) : ActivityPayload;

    /// <summary>Anything else from a compose box (a message extension), which this bot does not offer.</summary>
    public sealed record OtherComposeAction : ActivityPayload;

    /// <summary>
    /// The bot was added or removed. Teams tells of an addition twice, as installationUpdate and as conversationUpdate (Teams
    /// documentation, "Conversation events in your Teams bot").
    /// </summary>
    public sealed record InstallationChanged(InstallationChange Change) : ActivityPayload;

    /// <summary>Something changed about a channel or a team.</summary>
    public sealed record ChannelChanged(ChannelChange Change) : ActivityPayload;

    /// <summary>Typing, reactions, other people who came or left, and whatever else nobody needs to answer.</summary>
    public sealed record Other : ActivityPayload;
}
