using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Storage.Recovery;

/// <summary>A DR event as it is stored: the whole of it as a document, and beside it what is searched for or must be unique.</summary>
internal sealed class RecoveryRow
{
    public required Guid Id { get; init; }

    public int Number { get; set; }

    public string? Tenant { get; set; }

    public RecoveryKind Kind { get; set; }

    public bool IsOpen { get; set; }

    public int Version { get; set; }

    public DateTimeOffset DeclaredAt { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>See <see cref="RecoveryEvent.AnnouncedAt"/>.</summary>
    public DateTimeOffset? AnnouncedAt { get; set; }

    /// <summary>The request it came of; null for one that was declared without.</summary>
    public Guid? RequestId { get; set; }

    /// <summary>The way to the conversation where it was declared, as JSON; null for one that came from outside.</summary>
    public string? Origin { get; set; }

    /// <summary>The version up to which every following channel has its work put down; written by the dispatcher alone.</summary>
    public int FannedVersion { get; set; }

    /// <summary>The trace of what made the newest version, as a traceparent (W3C Trace Context); null where none was on.</summary>
    public string? Trace { get; set; }

    /// <summary>The event, by <see cref="RecoveryJson"/>.</summary>
    public string Document { get; set; } = "";

    public RecoveryEvent Read() => RecoveryJson.Read(Document);

    public void Write(RecoveryEvent drEvent, DateTimeOffset at)
    {
        Number = drEvent.Number;
        Tenant = drEvent.Tenant;
        Kind = drEvent.Kind;
        IsOpen = !drEvent.IsOver;
        Version = drEvent.Version;
        DeclaredAt = drEvent.DeclaredAt;
        ChangedAt = at;
        AnnouncedAt = drEvent.AnnouncedAt;
        RequestId = drEvent.Request;
        Document = RecoveryJson.Write(drEvent);
    }
}
