using System.Text.Json.Serialization;

namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>What a requester says to the desk about a ticket.</summary>
/// <param name="Mark">Stands in the comment: by it a desk that was asked before knows the same reply again.</param>
/// <param name="Text">Plain text; empty for an acceptance without a word.</param>
/// <param name="By">The requester's name.</param>
public sealed record DeskReply(string Mark, DeskReplyKind Kind, string Text, string By)
{
    /// <summary>The comment as it stands in the ticket.</summary>
    public string Comment => Text.Length == 0 ? $"{By} (Teams) [{Mark}]" : $"{Text}\n\n{By} (Teams) [{Mark}]";

    /// <inheritdoc cref="TicketDraft.MayBeThere"/>
    [JsonIgnore]
    public bool MayBeThere { get; init; }
}

public enum DeskReplyKind
{
    /// <summary>An answer to what the desk asked, or a word in between.</summary>
    Answer,

    /// <summary>The proposed solution works.</summary>
    Accepted,

    /// <summary>It does not; the text says why.</summary>
    NotSolved,
}
