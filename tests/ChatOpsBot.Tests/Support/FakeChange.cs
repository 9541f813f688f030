using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Support;

/// <summary>Something a bot did to a message of <see cref="FakeTeams"/>.</summary>
/// <param name="Content">The activity as it was written then; empty for a message that was taken away.</param>
public sealed record FakeChange(FakeChangeKind Kind, string ConversationId, string MessageId, JsonObject Content);

public enum FakeChangeKind
{
    Posted,
    Edited,
    Deleted,

    /// <summary>Edited or deleted, but it was gone already.</summary>
    Missed,
}
