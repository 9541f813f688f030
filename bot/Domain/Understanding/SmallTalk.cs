namespace ChatOpsBot.Domain.Understanding;

/// <summary>The kinds of small talk, each with an answer of its own.</summary>
public enum SmallTalk
{
    Greeting,
    Thanks,
    Help,
    WhoAreYou,
    Goodbye,

    /// <summary>"That is not what I asked": the last answer did not help.</summary>
    Complaint,

    /// <summary>Wants to speak to a person instead of a bot.</summary>
    Human,

    /// <summary>"ok", "never mind", "lol": nothing is wanted.</summary>
    Acknowledgement,
}
