namespace ChatOpsBot.Dialogs.Recovery.Following;

/// <summary>A sentence about what a channel follows.</summary>
/// <param name="Language">Two-letter code of the language it was said in.</param>
/// <param name="Names">Systems as they were said; empty where all are meant.</param>
/// <param name="Event">Key of a DR event that was named where a system belongs.</param>
internal sealed record FollowCommand(FollowIntent Intent, string Language, IReadOnlyList<string> Names, string? Event = null);

internal enum FollowIntent
{
    Show,
    Follow,
    Stop,
}
