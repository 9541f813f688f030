using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Domain.Understanding;

/// <summary>A row that fits what was typed so far.</summary>
/// <param name="Asked">Whose duties the words touch; <see cref="Party.None"/> when they are about the whole row.</param>
public sealed record RowMatch(Row Row, Party Asked);
