using ChatOpsBot.Domain.People;

namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>What is stored about the person of this turn: loaded where it is about that, and for them alone.</summary>
/// <param name="Kept">For how long.</param>
public sealed record PersonalDataContext(PersonalRecords Records, RetentionPeriods Kept)
{
    /// <summary>The host of the language model that messages may be sent to; null where there is none.</summary>
    public string? LanguageModel { get; init; }
}
