using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Requests.Files;

namespace ChatOpsBot.Domain.Requests;

/// <summary>
/// One filing of a request type, from the first word of its draft to the end of its ticket. A value: a change makes a new one.
/// </summary>
public sealed record Request
{
    /// <summary>What cards carry; says nothing to a reader.</summary>
    public required Guid Id { get; init; }

    /// <summary>What people say: <c>RST-7K3QZC</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Id of the <see cref="RequestType"/>.</summary>
    public required string Type { get; init; }

    public required Person Owner { get; init; }

    /// <summary>The conversation in which the owner fills it in, and is told of it.</summary>
    public required string ConversationId { get; init; }

    /// <summary>Other people see that conversation too: a group chat or a channel.</summary>
    public bool IsShared { get; init; }

    /// <summary>Two-letter code of the language its cards are drawn in: the owner's at the last turn.</summary>
    public required string Language { get; init; }

    /// <summary>Time zone (tz database id) in which its times are shown: the owner's at the last turn.</summary>
    public required string Zone { get; init; }

    public RequestState State { get; init; } = RequestState.Filling;

    /// <summary>Rises by one with every change that is saved; whoever changes an older one has lost the race.</summary>
    public int Version { get; init; }

    /// <summary>The form token: a press that changes something has to bring that of the newest card.</summary>
    public required string Token { get; init; }

    /// <summary>What was given, by field id. Entries of fields that do not apply are kept, and ignored.</summary>
    public IReadOnlyDictionary<string, Entry> Entries { get; init; } = new Dictionary<string, Entry>();

    /// <summary>The field has a value that was read.</summary>
    public bool Holds(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Entries.GetValueOrDefault(field.Id)?.Value is not null;
    }

    /// <summary>
    /// What was confirmed, while its owner edits the request and until the edit is confirmed in turn: "cancel" brings it back.
    /// </summary>
    public IReadOnlyDictionary<string, Entry>? Before { get; init; }

    /// <summary>The field asked about in the chat; null while nothing is asked.</summary>
    public string? Asking { get; init; }

    /// <summary>The owner meant the form to be complete; from then on missing values are pointed out.</summary>
    public bool WasSubmitted { get; init; }

    /// <summary>Ids of the risks its owner has confirmed in this version of the answers.</summary>
    public IReadOnlyList<string> Accepted { get; init; } = [];

    /// <summary>Who approved or rejected what, all of it: an edit voids approvals and deletes none.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>Null until the desk has it.</summary>
    public FiledTicket? Ticket { get; init; }

    /// <summary>Since when the desk has not taken it, and why; null while nothing is wrong.</summary>
    public DeskTrouble? Trouble { get; init; }

    /// <summary>What its owner said to the desk last; null for nothing.</summary>
    public SentReply? Reply { get; init; }

    /// <summary>The files that go with it, in the order in which they came.</summary>
    public IReadOnlyList<RequestFile> Files { get; init; } = [];

    /// <summary>What the desk said when it refused it.</summary>
    public string? RefusedBecause { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When the time it was for was over; null before, and where it is for no time.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When its owner confirmed it last; null for a draft.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>The version its owner confirmed: what an approval is for.</summary>
    public int ConfirmedVersion { get; init; }

    /// <summary>The confirmed version that the desk has; 0 until it has one.</summary>
    public int FiledVersion { get; init; }

    public bool IsDraft => State is RequestState.Filling or RequestState.Reviewing;

    /// <summary>Neither given up nor finished: another request for the same thing is worth a word.</summary>
    public bool IsOpen => State is RequestState.AwaitingApproval or RequestState.Filing
        || (State is RequestState.Filed && Ticket?.State is not
            (TicketState.Resolved or TicketState.Closed or TicketState.Cancelled or TicketState.Gone));

    /// <summary>The yeses to what its owner confirmed last.</summary>
    public IEnumerable<Decision> ApprovalsGiven => Decisions.Where(decision => decision.IsApproval && decision.Version == ConfirmedVersion);

    /// <summary>It was confirmed, and its owner is changing it.</summary>
    public bool IsEdit => IsDraft && Before is not null;

    /// <summary>With one of its files changed; null where it does not have that file, or nothing would change.</summary>
    public Request? WithFile(Guid id, Func<RequestFile, RequestFile> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Files.FirstOrDefault(file => file.Id == id) is { } file && change(file) is var changed && changed != file
            ? this with { Files = [.. Files.Select(it => it.Id == id ? changed : it)] }
            : null;
    }

    /// <summary>Without the files that the desk does not have.</summary>
    public Request WithoutFiles() => this with { Files = [.. Files.Where(file => file.Progress is not FileProgress.Waiting)] };

    /// <summary>As it stood before its owner began to change it.</summary>
    public Request WithoutEdit() => Ticket is not null ? AsFiled()
        : this with { Entries = Before ?? Entries, Before = null, State = StateBeforeEdit, Asking = null, Accepted = [] };

    /// <summary>As the desk has it: a change that did not come to the desk is dropped.</summary>
    public Request AsFiled() => this with
    {
        State = RequestState.Filed,
        Entries = Before ?? Entries,
        Before = null,
        ConfirmedVersion = FiledVersion == 0 ? ConfirmedVersion : FiledVersion,
        Asking = null,
        Accepted = [],
    };

    private RequestState StateBeforeEdit => this switch
    {
        { RefusedBecause: not null } => RequestState.Refused,
        { Decisions: [.., { IsApproval: false, Version: var version }] } when version == ConfirmedVersion => RequestState.Rejected,
        _ => RequestState.AwaitingApproval,
    };
}
