namespace ChatOpsBot.Storage.People;

/// <summary>
/// Every table, and what of it is about people. A test compares this with the model: whoever adds a table or a column says here what it is,
/// and the table in README.md is made from it.
/// </summary>
public static class StoredTables
{
    private const string Requests = "`Retention__Requests` (730 days) after it ended";
    private const string Events = "`Retention__Events` (730 days) after it ended";
    private const string Nobody = "nobody";
    private const string ForGood = "for good";
    private const string NoName = "id instead of the name once it has ended";

    public static IReadOnlyList<StoredTable> All { get; } =
    [
        new(
            "Request",
            "a request from its first draft: answers, approvals, ticket",
            $"{Requests}; unsent drafts `Retention__Drafts` (30 days) after they ended",
            "its owner, its approvers; everybody in the chat or channel where it was submitted")
        {
            Ids = ["OwnerId"], Chats = ["ConversationId", "Origin"], Texts = ["Document"],
            Other = ["Id", "Key", "Type", "State", "Version", "TicketNumber", "IsOpen", "CreatedAt", "ChangedAt"],
            Forgotten = $"drafts are deleted; the rest gets the {NoName}, and the address of the chat is deleted",
        },
        new(
            "RequestFile",
            "what is in a file that goes with a request",
            "until the desk has it; at most an hour longer than the request is open",
            Nobody)
        {
            Texts = ["Content"],
            Other = ["Id", "RequestId", "At"],
            Forgotten = "deleted with the draft, or once the desk has it",
        },
        new("RequestAuditEntry", "an entry of its history: who did what, and when", Requests, "`requests show` on the command line")
        {
            Ids = ["ById", "Detail"],
            Names = ["ByName"],
            Other = ["RequestId", "Version", "At", "What"],
            Forgotten = $"with its request: {NoName}",
        },
        new(
            "AuditChainEntry",
            "an entry of the audit chain: who did what to which subject, hashed",
            $"{ForGood}; its ids, names and texts as long as its request or event, or `Retention__Audit` (730 days)",
            "`audit export` on the command line")
        {
            Ids = ["ActorId"],
            Names = ["ActorName"],
            Texts = ["Detail"],
            Other =
            [
                "Sequence", "At", "SubjectKind", "SubjectKey", "Version", "What", "ActorIdSalt", "ActorIdCommitment", "ActorNameSalt",
                "ActorNameCommitment", "DetailSalt", "DetailCommitment", "Erased", "ErasedBy", "PreviousHash", "Hash",
            ],
            Forgotten = "id, name and text of what they did are deleted, of open items when they end; the hashes stay",
        },
        new("AuditChainHead", "the newest entry of the audit chain", ForGood, "`audit head` on the command line")
        {
            Other = ["Id", "Sequence", "Hash"],
        },
        new("AuditTimestamp", "a timestamp authority's signature of an entry's hash", ForGood, "`audit verify` on the command line")
        {
            Other = ["Sequence", "At", "Token"],
        },
        new("CardPlace", "where a card is, to update it", "as long as the request or event it shows", Nobody)
        {
            Ids = ["Audience"],
            Chats = ["ConversationId", "ActivityId", "Reference"],
            Other = ["SubjectId", "SubjectKind", "At"],
            Forgotten = "deleted with their draft, and when their request has ended; with somebody else's request when that is deleted",
        },
        new(
            "OutboxMessage",
            "outgoing work still to be done; given-up work is kept for investigation",
            "until done; given up: `Retention__DeadLetters` (90 days)",
            "whom it is sent to")
        {
            Texts = ["Json"],
            Other =
            [
                "Id", "Kind", "SubjectId", "SubjectKind", "Due", "Attempt", "ClaimedBy", "ClaimedUntil", "LastFault", "IsDeadLetter",
                "FirstDue", "Trace", "MayBeDuplicate",
            ],
            Forgotten = "reminders are deleted, and everything about ended items",
        },
        new("OpeningAttempt", "a ticket asked for at a desk, so that none is opened twice", Requests, Nobody)
        {
            Other = ["Key", "Desk", "At", "Looks"],
        },
        new("Ticket", "a ticket at the bot's local desk", $"with its request: {Requests}", "the desk: its page, `requests` on the command line; its requester")
        {
            Texts = ["Subject", "Body", "Note"],
            Other = ["Number", "Key", "Type", "Severity", "State", "CreatedAt", "ChangedAt", "Version"],
            Forgotten = $"{NoName}, in the text written by the bot",
        },
        new("TicketAuditEntry", "an entry of a ticket's history", "with its ticket", "the desk: its page, `requests show` on the command line")
        {
            Texts = ["Note"], Other = ["Number", "Version", "At", "What", "State"], Forgotten = "kept: what the desk and the requester wrote, without names",
        },
        new(
            "TicketFile",
            "a file in a ticket at the bot's local desk, with its content",
            "with its ticket",
            "`requests show` and `requests save` on the command line")
        {
            Texts = ["Name", "Content"],
            Other = ["Number", "ContentType", "Size", "Sha256", "At"],
            Forgotten = "their own requests' files are deleted once the request has ended; name and hash stay in the history",
        },
        new("DeskCounter", "the newest ticket number", ForGood, Nobody) { Other = ["Id", "LastNumber", "LastChange"] },
        new(
            "RecoveryEvent",
            "a DR event with its timeline: who declared, approved, did and posted what",
            Events,
            "everybody in the tenant who asks for it, channels that follow it, the wall view")
        {
            Chats = ["Origin"],
            Texts = ["Document"],
            Other =
            [
                "Id", "Number", "Tenant", "Kind", "IsOpen", "Version", "DeclaredAt", "ChangedAt", "AnnouncedAt", "RequestId",
                "FannedVersion", "Trace",
            ],
            Forgotten = NoName,
        },
        new("OpenSystem", "a system with an open DR event", "until the event ends", Nobody)
        {
            Other = ["Tenant", "Primary", "IsDrill", "EventId"],
        },
        new("Delivery", "what a channel has received of an event", "with its event", "`deliveries`, in the chat and on the command line")
        {
            Other =
            [
                "EventId", "ChannelId", "State", "ConversationId", "ActivityId", "ShownVersion", "RepliedLines", "Due", "Rank", "Attempt",
                "ClaimedBy", "Doing", "Fault", "SentAt", "UpdatedAt", "Resent",
                "IsReplyUnknown",
            ],
        },
        new("ReportedEvent", "a report from another program, and the answer; what a desk told", "`Retention__Reports` (30 days)", "that program")
        {
            Other = ["Source", "Id", "Answer", "At"],
        },
        new(
            "Channel",
            "a channel of a team and its conversation reference",
            "until it was deleted in Teams, and `Retention__LeftPlaces` (30 days)",
            "the wall view, `deliveries`")
        {
            Other = ["Id", "Tenant", "TeamId", "TeamName", "Name", "ServiceUrl", "BotId", "Status", "Why", "ChangedAt"],
        },
        new(
            "Subscription",
            "a system that a channel follows, and who set it",
            "until it is ended there, or the channel is deleted",
            "everybody in the channel")
        {
            Ids = ["ById"],
            Names = ["ByName"],
            Other = ["ChannelId", "System", "At", "IsFromSettings"],
            Forgotten = "id instead of the name",
        },
        new(
            "GrantedRole",
            "a role that an administrator gave somebody in a chat",
            "until it is revoked",
            "members of the company who ask who may approve")
        {
            Ids = ["HolderId", "ById"],
            Names = ["HolderName", "ByName"],
            Other = ["Role", "IsGroup", "At"],
            Forgotten = "id instead of the name; the role stays until it is revoked",
        },
        new("RoleVersion", "how often granted roles have changed", ForGood, Nobody) { Other = ["Id", "Version"] },
        new(
            "Conversation",
            "a chat or team that the bot is in, and who added it",
            "until it is removed, and `Retention__LeftPlaces` (30 days)",
            Nobody)
        {
            Ids = ["InstalledById"],
            Names = ["InstalledByName"],
            Chats = ["Id", "ConversationId"],
            Other =
            [
                "Kind", "ServiceUrl", "BotId", "TenantId", "TeamId", "TeamName", "ChannelId", "ChannelName", "WelcomedAt", "RemovedAt",
                "UpdatedAt",
            ],
            Forgotten = "the personal chat is deleted; elsewhere the name is",
        },
        new("SeenActivity", "a message or press that was answered, by ids", "`Storage__RememberActivities` (7 days)", Nobody)
        {
            Ids = ["Key"],
            Other = ["At", "Reply", "SubjectId", "SubjectKind"],
            Forgotten = "kept for its days: without it, a message that Teams sends again would be processed again",
        },
        new(
            "Viewer",
            "access to the wall view or the desk's page: the hash of a secret",
            "10 minutes for a link; for a browser, 12 hours on the wall view and 10 on the desk's page",
            Nobody)
        {
            Ids = ["PersonId"], Names = ["Name"], Other = ["Hash", "Page", "Tenant", "IsInvitation", "Until"], Forgotten = "goes",
        },
        new("ForgottenPerson", "a person who asked to be forgotten but takes part in something open", "until that has ended", Nobody)
        {
            Ids = ["PersonId"], Other = ["At"], Forgotten = "deleted when the rest is done",
        },
        new("SpentName", "the key of a deleted request or DR event, never reused", ForGood, Nobody) { Other = ["Name", "Number"] },
        new("Lease", "which instance does work that only one may do", "until it is released", Nobody)
        {
            Other = ["Task", "Holder", "Until"],
        },
        new("RetentionRun", "the result of the last deletion of expired data", ForGood, "`doctor`")
        {
            Other = ["Id", "StartedAt", "EndedAt", "Removed", "Fault"],
        },
    ];
}
