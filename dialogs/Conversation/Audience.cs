namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>For whom a request is drawn.</summary>
public enum Audience
{
    /// <summary>The conversation in which its owner fills it in and follows it.</summary>
    Owner,

    /// <summary>Somebody who may approve it.</summary>
    Approver,
}
