namespace ChatOpsBot.Domain.Requests;

/// <summary>Where something secret seems to stand. The text itself is left where it was, so that no log or card can repeat it.</summary>
public sealed record SecretFinding(SecretKind Kind, int Start, int Length);
