namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>The desks that the bot can file at. Stored with tickets: a name never changes its meaning.</summary>
public enum DeskKind
{
    /// <summary>The desk that comes with the bot: tickets in its own database, worked on its page and from its command line.</summary>
    Local,

    /// <summary>IBM Cloud Support Center, by Case Management v1.</summary>
    IbmCloud,

    /// <summary>A ServiceNow instance, by its Table API or an import set.</summary>
    ServiceNow,

    /// <summary>Any program that takes a signed CloudEvent.</summary>
    Webhook,

    /// <summary>A mailbox, by SMTP. Nothing comes back from it.</summary>
    Mail,
}
