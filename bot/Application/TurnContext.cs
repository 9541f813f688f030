using ChatOpsBot.Application.Files;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Dialogs.Conversation;

namespace ChatOpsBot.Application;

/// <summary>One turn from its activity to its answer: what was said or pressed, or that the bot was added.</summary>
public sealed record TurnContext : IncomingContext
{
    public TurnContext()
    {
    }

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    internal TurnContext(IncomingContext context, TurnInput input)
        : base(context) => Input = input;

    public required TurnInput Input { get; init; }

    /// <summary>The files that came with the message, as Teams tells of them.</summary>
    public IReadOnlyList<SentFile> Sent { get; init; } = [];

    /// <summary>The same, read and looked through.</summary>
    public IReadOnlyList<ReceivedFile> Files { get; init; } = [];

    /// <summary>The message that is answered; null for anything else.</summary>
    public string? MessageId { get; init; }

    /// <summary>The message whose button was pressed; null for anything else.</summary>
    public string? CardId { get; init; }

    /// <summary>It is answered in the HTTP response.</summary>
    public bool IsInvoke { get; init; }

    /// <summary>What a redelivered button press has in common with the first, though it comes with another id.</summary>
    public string? PressKey { get; init; }

    /// <summary>
    /// The pressed card, where the answer to the press draws it for all who see it. In a group chat and in a channel such an answer is seen
    /// by the one who pressed (Microsoft Teams documentation, "User-specific views"); null there.
    /// </summary>
    public string? CardDrawnForAll => IsInvoke && Where.Kind is not PlaceKind.Personal ? null : CardId;
}
