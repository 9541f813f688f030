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
        new("Request", "a request from its first draft on: answers, approvals, ticket", $"{Requests}; drafts never sent `Retention__Drafts` (30 days) after they were given up", "its owner, those who may approve it; who reads along where it was filed")
        {
            Ids = ["OwnerId"], Chats = ["ConversationId", "Origin"], Texts = ["Document"],
            Other = ["Id", "Key", "Type", "State", "Version", "TicketNumber", "IsOpen", "CreatedAt", "ChangedAt"],
            Forgotten = $"drafts go; the rest has the {NoName}, and the way to the chat goes",
        },
        new("RequestAuditEntry", "a line of its history: who did what when", Requests, "`requests show` on the command line")
        {
            Ids = ["ById"], Names = ["ByName"], Other = ["RequestId", "Version", "At", "What", "Detail"], Forgotten = $"with its request: {NoName}",
        },
        new("CardPlace", "where a card stands, to draw it anew", "as long as the request or event it shows", Nobody)
        {
            Ids = ["Audience"], Chats = ["ConversationId", "ActivityId", "Reference"], Other = ["SubjectId", "SubjectKind", "At"], Forgotten = "goes with a draft of theirs, and when a request of theirs has ended; with somebody else's request when that goes",
        },
        new("OutboxMessage", "something still to be done outside; what was given up is kept to be looked at", "until done; given up: `Retention__DeadLetters` (90 days)", "whom it is sent to")
        {
            Texts = ["Json"], Other = ["Id", "Kind", "SubjectId", "SubjectKind", "Due", "Attempt", "ClaimedBy", "ClaimedUntil", "LastFault", "IsDeadLetter", "FirstDue", "Trace"],
            Forgotten = "reminders go, and all about what has ended",
        },
        new("Ticket", "a ticket of the bot's own desk", $"with its request: {Requests}", "`requests` on the command line; its requester")
        {
            Texts = ["Subject", "Body", "Note"], Other = ["Number", "Key", "Type", "Severity", "State", "CreatedAt", "ChangedAt", "Version"],
            Forgotten = $"{NoName} in the text that the bot wrote",
        },
        new("TicketAuditEntry", "a line of a ticket's history", "with its ticket", "`requests show` on the command line")
        {
            Texts = ["Note"], Other = ["Number", "Version", "At", "What", "State"], Forgotten = "stays: the desk's own words",
        },
        new("DeskCounter", "the newest ticket number", ForGood, Nobody) { Other = ["Id", "LastNumber", "LastChange"] },
        new("RecoveryEvent", "a DR event with its timeline: who declared, approved, did and said what", Events, "everybody of the tenant who asks for it, channels that follow it, the wall view")
        {
            Chats = ["Origin"], Texts = ["Document"],
            Other = ["Id", "Number", "Tenant", "Kind", "IsOpen", "Version", "DeclaredAt", "ChangedAt", "AnnouncedAt", "RequestId", "FannedVersion", "Trace"],
            Forgotten = NoName,
        },
        new("OpenSystem", "a system with an open DR event", "until the event ends", Nobody) { Other = ["Tenant", "Primary", "IsDrill", "EventId"] },
        new("Delivery", "what a channel has got of an event", "with its event", "`deliveries`, in the chat and on the command line")
        {
            Other =
            [
                "EventId", "ChannelId", "State", "ConversationId", "ActivityId", "ShownVersion", "RepliedLines", "Due", "Rank", "Attempt", "ClaimedBy",
                "Doing", "Fault", "SentAt", "UpdatedAt", "Resent",
            ],
        },
        new("ReportedEvent", "what another program reported, and the answer", "`Retention__Reports` (30 days)", "that program") { Other = ["Source", "Id", "Answer", "At"] },
        new("Channel", "a channel of a team and the way there", "until it was deleted in Teams, and `Retention__LeftPlaces` (30 days)", "the wall view, `deliveries`")
        {
            Other = ["Id", "Tenant", "TeamId", "TeamName", "Name", "ServiceUrl", "BotId", "Status", "Why", "ChangedAt"],
        },
        new("Subscription", "a system that a channel follows, and who made it so", "until it is ended there, or the channel is gone", "everybody in the channel")
        {
            Ids = ["ById"], Names = ["ByName"], Other = ["ChannelId", "System", "At", "IsFromSettings"], Forgotten = "id instead of the name",
        },
        new("Conversation", "a chat or team that the bot is in, and who added it", "until it is removed, and `Retention__LeftPlaces` (30 days)", Nobody)
        {
            Ids = ["InstalledById"], Names = ["InstalledByName"], Chats = ["Id", "ConversationId"],
            Other = ["Kind", "ServiceUrl", "BotId", "TenantId", "TeamId", "TeamName", "ChannelId", "ChannelName", "WelcomedAt", "RemovedAt", "UpdatedAt"],
            Forgotten = "the personal chat goes; elsewhere the name does",
        },
        new("SeenActivity", "a message or press that was answered, by ids", "`Storage__RememberActivities` (7 days)", Nobody)
        {
            Ids = ["Key"], Other = ["At", "Reply", "SubjectId", "SubjectKind"], Forgotten = "stays for its days: without it, a message that Teams sends again would be worked again",
        },
        new("Viewer", "leave to look at the wall view: the hash of a secret", "10 minutes for a link, 12 hours for a browser", Nobody)
        {
            Ids = ["PersonId"], Other = ["Hash", "Tenant", "IsInvitation", "Until"], Forgotten = "goes",
        },
        new("ForgottenPerson", "somebody who asked to be forgotten and takes part in something open", "until that has ended", Nobody)
        {
            Ids = ["PersonId"], Other = ["At"], Forgotten = "goes when the rest is done",
        },
        new("SpentName", "the key of a deleted request or DR event, never given again", ForGood, Nobody) { Other = ["Name", "Number"] },
        new("Lease", "which instance does what only one may", "until it is given back", Nobody) { Other = ["Task", "Holder", "Until"] },
        new("RetentionRun", "how the last look for what is past its time went", ForGood, "`doctor`") { Other = ["Id", "StartedAt", "EndedAt", "Removed", "Fault"] },
    ];
}
