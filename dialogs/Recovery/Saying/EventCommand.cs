namespace ChatOpsBot.Dialogs.Recovery.Saying;

/// <summary>What a sentence wants of DR events.</summary>
internal enum EventCommand
{
    /// <summary>Show one as it stands.</summary>
    Show,

    /// <summary>Show one to somebody who said something about it that is no command: with how to say it.</summary>
    Hint,

    /// <summary>Show one to somebody who wants to approve it: a yes is given on the card, with the whole of it before one's eyes.</summary>
    Approve,

    /// <summary>Show those there are.</summary>
    List,

    Declare,

    /// <summary>Say news.</summary>
    Say,

    /// <summary>Say that what was said last was wrong.</summary>
    Correct,

    /// <summary>Take a step.</summary>
    Step,

    /// <summary>Send the announcement that was previewed.</summary>
    Announce,

    /// <summary>Go ahead without a second person.</summary>
    GoAlone,

    /// <summary>Show who got what.</summary>
    Deliveries,

    /// <summary>Show where the page of current events is.</summary>
    Page,
}
