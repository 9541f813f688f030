using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>A file that came with a message, looked through already. What is in it no topic sees.</summary>
/// <param name="Size">In bytes.</param>
public sealed record OfferedFile(Guid Id, string Name, string ContentType, int Size)
{
    /// <summary>Why it cannot go with a request; null where nothing is against it.</summary>
    public Problem? Problem { get; init; }

    /// <inheritdoc cref="Domain.Requests.Files.RequestFile.IsUnread"/>
    public bool IsUnread { get; init; }
}
