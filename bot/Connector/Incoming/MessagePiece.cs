namespace ChatOpsBot.Connector.Incoming;

/// <summary>A part of a message.</summary>
/// <param name="Text">As people read it; empty for markup.</param>
/// <param name="Account">The channel's id of a colleague; null for anything else.</param>
internal sealed record MessagePiece(string Text, MessagePieceKind Kind, string? Account = null);

internal enum MessagePieceKind
{
    Words,

    /// <summary>The name of somebody who was mentioned.</summary>
    Colleague,

    /// <summary>The mention of the bot, or the mark of a quoted message.</summary>
    Markup,
}
