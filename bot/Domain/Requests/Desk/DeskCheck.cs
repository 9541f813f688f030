namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>What a harmless call to a desk showed: for its administrator, in English.</summary>
/// <param name="Text">How it is; where it is not good, what to change, here or at the desk.</param>
public sealed record DeskCheck(bool IsGood, string Text);
