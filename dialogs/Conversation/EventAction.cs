namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>What is to be done with DR events.</summary>
public enum EventAction
{
    /// <summary>Show one as it stands.</summary>
    Show,

    /// <summary>Show one to somebody who wrote about it what is no command, with examples of commands.</summary>
    Hint,

    /// <summary>The same for a sentence that names an event and may be about something else, such as a reference in a form.</summary>
    Mention,

    /// <summary>Show one to somebody who wants to approve it: approvals are given on the card, which shows all of it.</summary>
    Approve,

    /// <summary>Show the current ones.</summary>
    List,

    Declare,

    /// <summary>Says that nothing is to be declared.</summary>
    Deny,

    /// <summary>Show the one in this chat to somebody who asks what comes next.</summary>
    Next,

    /// <summary>Post an update.</summary>
    Say,

    /// <summary>Correct the last update.</summary>
    Correct,

    /// <summary>Take a step.</summary>
    Step,

    /// <summary>Send the announcement that was previewed.</summary>
    Announce,

    /// <summary>Go ahead without a second person's approval.</summary>
    GoAlone,

    /// <summary>Show the delivery status.</summary>
    Deliveries,

    /// <summary>Show the link to the wall page.</summary>
    Page,
}
