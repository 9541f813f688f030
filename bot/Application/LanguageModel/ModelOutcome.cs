namespace ChatOpsBot.Application.LanguageModel;

/// <summary>What came of a message that a language model might have helped with.</summary>
internal enum ModelOutcome
{
    /// <summary>It chose.</summary>
    Advised,

    /// <summary>It is not sure either.</summary>
    NoAdvice,

    /// <summary>It answered something else than a choice among what there is.</summary>
    Unusable,

    TimedOut,

    /// <summary>The server does not accept the call: key, model, form or rate.</summary>
    Refused,

    /// <summary>The server cannot be reached, fails, or speaks another protocol.</summary>
    Failed,

    // Below: it was not asked.

    /// <summary>The message holds a secret.</summary>
    Secret,

    OverBudget,

    /// <summary>As many calls as are allowed are under way.</summary>
    Busy,

    /// <summary>Failed lately.</summary>
    CoolingDown,
}
