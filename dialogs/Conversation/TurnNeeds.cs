namespace ChatOpsBot.Dialogs.Conversation;

/// <summary>What has to be loaded before a turn can be answered. A person's own requests always are.</summary>
[Flags]
public enum TurnNeeds
{
    None = 0,

    /// <summary>Requests of others: those that wait for an approval, and the open ones.</summary>
    Requests = 1,

    Events = 2,

    /// <summary>The delivery status of one event.</summary>
    Deliveries = 4,

    /// <summary>The link to the wall page.</summary>
    WallLink = 8,

    /// <summary>What the channel follows.</summary>
    Subscriptions = 16,

    /// <summary>What is stored about the person.</summary>
    PersonalData = 32,

    /// <summary>Who holds which role.</summary>
    Roles = 64,

    /// <summary>The link to the desk's page, for whoever works there.</summary>
    DeskLink = 128,
}
