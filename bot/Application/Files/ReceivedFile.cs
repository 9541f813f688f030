using ChatOpsBot.Dialogs.Conversation;

namespace ChatOpsBot.Application.Files;

/// <summary>A file that came with the message of a turn.</summary>
/// <param name="Offered">What a topic may know of it.</param>
/// <param name="Content">Empty where it was not read, or may not go anywhere.</param>
public sealed record ReceivedFile(OfferedFile Offered, ReadOnlyMemory<byte> Content);
