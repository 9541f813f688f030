using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>What is stored about the person of this turn: loaded where it is about that, and for them alone.</summary>
/// <param name="Kept">For how long.</param>
public sealed record PersonalDataContext(PersonalRecords Records, RetentionPeriods Kept);
