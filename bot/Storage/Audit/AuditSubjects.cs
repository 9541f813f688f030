namespace ChatOpsBot.Storage.Audit;

/// <summary>What an entry of the audit chain can be about. The words are stored and hashed: they are never renamed.</summary>
public static class AuditSubjects
{
    /// <summary>A request; its key is <c>RST-7K3QZC</c>.</summary>
    public const string Request = "request";

    /// <summary>A ticket of the local desk; its key is <c>T-000123</c>.</summary>
    public const string Ticket = "ticket";

    /// <summary>A DR event; its key is <c>DR-3</c>.</summary>
    public const string Event = "event";

    /// <summary>What a channel follows; its key is the id of the channel.</summary>
    public const string Channel = "channel";

    /// <summary>A program that reports DR events; its key is its name in the settings.</summary>
    public const string Reporter = "reporter";

    /// <summary>A role that somebody is given or loses; its key is the name of the role.</summary>
    public const string Role = "role";

    /// <summary>A person who was forgotten: who it was is what the entry does not say.</summary>
    public const string Person = "person";

    /// <summary>The deletion of expired data; its key is the kind of data.</summary>
    public const string Retention = "retention";

    /// <summary>The chain itself.</summary>
    public const string Chain = "chain";
}
