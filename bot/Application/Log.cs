using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Connector.Outgoing;

namespace ChatOpsBot.Application;

/// <summary>
/// Every log line of the host. Event ids: 1000 turns, 1100 storage and pages, 1200 local, 1300 outbox, 1400 desk, 1600 channels, 1700
/// reports of DR events, 1800 page of events, 1900 language model. Ids and counts, never what people write.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Error, "Turn {Reference} failed.")]
    public static partial void TurnFailed(this ILogger log, string reference, Exception fault);

    [LoggerMessage(1001, LogLevel.Error, "Turn {Reference} was cancelled: no answer within {Limit}.")]
    public static partial void TurnTooSlow(this ILogger log, string reference, TimeSpan limit);

    [LoggerMessage(1002, LogLevel.Debug, "No handler for an activity of type {Type} ({Name}).")]
    public static partial void NobodyAnswers(this ILogger log, string type, string? name);

    [LoggerMessage(1003, LogLevel.Information, "No topic answered. To answer it, add an ITopic under dialogs/.")]
    public static partial void NoTopicAnswered(this ILogger log);

    [LoggerMessage(1004, LogLevel.Information, "Turn {Reference} of topic {Topic} was saved: {Subjects}.")]
    public static partial void TurnSaved(this ILogger log, string reference, string? topic, string subjects);

    [LoggerMessage(1010, LogLevel.Warning, "Teams refused an answer: {Why} (HTTP {Status}, {Code}). It is not sent again.")]
    public static partial void AnswerRefused(this ILogger log, Refusal why, int status, string? code);

    [LoggerMessage(1011, LogLevel.Warning, "An answer did not reach Teams: {Outcome}.")]
    public static partial void ReplyRefused(this ILogger log, string outcome);

    [LoggerMessage(1012, LogLevel.Information, "Conversation {Conversation} has another address now; the stored ones were corrected.")]
    public static partial void AddressMoved(this ILogger log, string conversation);

    [LoggerMessage(1013, LogLevel.Warning, "The address of conversation {Conversation} could not be compared with the stored one.")]
    public static partial void AddressNotMoved(this ILogger log, string conversation, Exception fault);

    [LoggerMessage(1014, LogLevel.Warning, "Somebody was refused ({Why}) and could not be told: Teams did not take the message in time.")]
    public static partial void RefusalNotTold(this ILogger log, string why);

    [LoggerMessage(1030, LogLevel.Information, "Concurrent change: attempt {Attempt} of the turn was abandoned.")]
    public static partial void TurnConflicted(this ILogger log, int attempt);

    [LoggerMessage(1031, LogLevel.Warning, "The location of a card was not saved; it will not be updated.")]
    public static partial void CardNotNoted(this ILogger log, Exception fault);

    [LoggerMessage(1032, LogLevel.Information, "The desk has not answered for request {Request} yet; the ticket number follows later.")]
    public static partial void DeskIsSlow(this ILogger log, Guid request);

    [LoggerMessage(1033, LogLevel.Warning, "The receipt of request {Request} was not updated; the card shows the saved state.")]
    public static partial void ReceiptNotDrawn(this ILogger log, Guid request, Exception fault);

    [LoggerMessage(1040, LogLevel.Error, "Search {Reference} failed.")]
    public static partial void SearchFailed(this ILogger log, string reference, Exception fault);

    [LoggerMessage(1041, LogLevel.Warning, "Search {Reference} was cancelled: no result within {Limit}.")]
    public static partial void SearchTooSlow(this ILogger log, string reference, TimeSpan limit);

    [LoggerMessage(1020, LogLevel.Information, "Conversation {Place}: {Arrival}.")]
    public static partial void PlaceChanged(this ILogger log, string place, Connector.Incoming.InstallationChange arrival);

    [LoggerMessage(1021, LogLevel.Debug, "Already reported by another event; skipped.")]
    public static partial void AnotherWasFirst(this ILogger log);

    [LoggerMessage(1100, LogLevel.Information, "The database is ready: {Provider}.")]
    public static partial void DatabaseReady(this ILogger log, string provider);

    [LoggerMessage(1101, LogLevel.Information, "Expired data was deleted: {Removed}.")]
    public static partial void RetentionDone(this ILogger log, string removed);

    [LoggerMessage(1102, LogLevel.Warning, "Expired data could not be deleted; it is tried again later.")]
    public static partial void RetentionFailed(this ILogger log, Exception fault);

    [LoggerMessage(1103, LogLevel.Information, "{Person} asked to be forgotten; done.")]
    public static partial void PersonForgotten(this ILogger log, string person);

    [LoggerMessage(1120, LogLevel.Information, "The audit chain has {Entries} entries; its head is {Head}.")]
    public static partial void AuditHead(this ILogger log, long entries, string head);

    [LoggerMessage(1121, LogLevel.Information, "The timestamp authority signed entry {Entry} of the audit chain at {At}.")]
    public static partial void AuditTimestamped(this ILogger log, long entry, DateTimeOffset at);

    [LoggerMessage(1122, LogLevel.Warning, "The timestamp authority did not sign the audit chain; it is asked again later.")]
    public static partial void AuditNotTimestamped(this ILogger log, Exception fault);

    [LoggerMessage(1123, LogLevel.Warning, "The head of the audit chain could not be read; it is tried again later.")]
    public static partial void AuditHeadUnreadable(this ILogger log, Exception fault);

    [LoggerMessage(1133, LogLevel.Error, "A card of {Subject} cannot be drawn: it stays as it is. This is a fault of the bot.")]
    public static partial void CardNotDrawn(this ILogger log, Guid subject, Exception fault);

    [LoggerMessage(1134, LogLevel.Warning, "Teams did not say whether {Person} is a guest: what the activity says counts.")]
    public static partial void StandingUnknown(this ILogger log, string person);

    [LoggerMessage(1130, LogLevel.Information, "{By} granted the role {Role} to {Holder}.")]
    public static partial void RoleGranted(this ILogger log, string role, string holder, string by);

    [LoggerMessage(1131, LogLevel.Information, "{By} revoked the role {Role} of {Holder}.")]
    public static partial void RoleRevoked(this ILogger log, string role, string holder, string by);

    [LoggerMessage(1133, LogLevel.Warning, "Group {Group} could not be read: {Why}. After a while without an answer it gives nobody a role.")]
    public static partial void GroupUnread(this ILogger log, string group, string why);

    [LoggerMessage(1132, LogLevel.Warning, "The granted roles could not be read; it is tried again in a few seconds.")]
    public static partial void RolesUnreadable(this ILogger log, Exception fault);

    [LoggerMessage(1110, LogLevel.Information, "Page {Page} is in use: {Rows} rows, {Warnings} places that could not be read.")]
    public static partial void PageRead(this ILogger log, string page, int rows, int warnings);

    [LoggerMessage(1111, LogLevel.Warning, "A responsibilities page is not used: {Fault}")]
    public static partial void PageNotRead(this ILogger log, string fault);

    [LoggerMessage(1112, LogLevel.Information, "Page {Page} was removed and is no longer in use.")]
    public static partial void PageRemoved(this ILogger log, string page);

    [LoggerMessage(1113, LogLevel.Warning, "The folder of pages could not be read; what was read before stays in use.")]
    public static partial void PagesNotLookedAt(this ILogger log, Exception fault);

    [LoggerMessage(1200, LogLevel.Debug, "Playground: {Line}")]
    public static partial void PlaygroundSays(this ILogger log, string line);

    [LoggerMessage(1300, LogLevel.Debug, "OutboxMessage {Message} ({Kind}) of request {Request} is done.")]
    public static partial void MessageHandled(this ILogger log, long message, string kind, Guid request);

    [LoggerMessage(1301, LogLevel.Information, "Outbox message {Message} ({Kind}) of request {Request} is retried in {Pause}: {Fault}")]
    public static partial void MessageRetried(this ILogger log, long message, string kind, Guid request, TimeSpan pause, string fault);

    [LoggerMessage(1302, LogLevel.Error, "Outbox message {Message} ({Kind}) of request {Request} was given up: {Fault}")]
    public static partial void MessageDeadLettered(this ILogger log, long message, string kind, Guid request, string fault);

    [LoggerMessage(1303, LogLevel.Error, "OutboxMessage {Message} ({Kind}) of request {Request} failed.")]
    public static partial void MessageFailed(this ILogger log, long message, string kind, Guid request, Exception fault);

    [LoggerMessage(1304, LogLevel.Warning, "The result of message {Message} could not be saved; it is run again when its claim expires.")]
    public static partial void MessageResultNotSaved(this ILogger log, long message, Exception fault);

    [LoggerMessage(1305, LogLevel.Warning, "The outbox could not be read; it is retried.")]
    public static partial void OutboxUnreadable(this ILogger log, Exception fault);

    [LoggerMessage(1306, LogLevel.Warning, "The backlog in the database could not be counted; it is retried.")]
    public static partial void BacklogUnreadable(this ILogger log, Exception fault);

    [LoggerMessage(1310, LogLevel.Warning, "The card of {Subject} could not be delivered to {Person}: {Outcome}")]
    public static partial void CardNotDelivered(this ILogger log, string person, Guid subject, string outcome);

    [LoggerMessage(1500, LogLevel.Information, "This instance now sends the announcements, as {Claimer}.")]
    public static partial void LeaseAcquired(this ILogger log, string claimer);

    [LoggerMessage(1501, LogLevel.Information, "This instance no longer sends the announcements as {Claimer}.")]
    public static partial void LeaseLeft(this ILogger log, string claimer);

    [LoggerMessage(1502, LogLevel.Warning, "Announcements could not be processed; it is retried.")]
    public static partial void AnnouncingHeldUp(this ILogger log, Exception fault);

    [LoggerMessage(1510, LogLevel.Information, "{Event}, version {Version}, is being delivered: {Added} new channels, {Due} to update.")]
    public static partial void EventSpread(this ILogger log, string @event, int version, int added, int due);

    [LoggerMessage(1512, LogLevel.Error, "DR event {Event} cannot be read by this version of the bot; this instance does not announce it.")]
    public static partial void EventUnreadable(this ILogger log, Guid @event);

    [LoggerMessage(1511, LogLevel.Warning, "{Count} deliveries were left unfinished by an instance that stopped.")]
    public static partial void AbandonedSettled(this ILogger log, int count);

    [LoggerMessage(1520, LogLevel.Debug, "{Step} of {Event} in {Channel} is done; sent again: {IsResend}.")]
    public static partial void Delivered(
        this ILogger log, Storage.Recovery.DeliveryStep step, string @event, string channel, bool isResend);

    [LoggerMessage(1521, LogLevel.Information, "{Step} of {Event} in {Channel} failed, now {State}: {Fault}")]
    public static partial void DeliveryLater(
        this ILogger log,
        Storage.Recovery.DeliveryStep step,
        string @event,
        string channel,
        Storage.Recovery.DeliveryState state,
        string? fault);

    [LoggerMessage(1522, LogLevel.Error, "{Step} of {Event} in {Channel} was given up: {Fault}")]
    public static partial void DeliveryFailed(
        this ILogger log, Storage.Recovery.DeliveryStep step, string @event, string channel, string? fault);

    [LoggerMessage(1523, LogLevel.Warning, "Channel {Channel} is now {Status}: {Fault}")]
    public static partial void ChannelClosed(this ILogger log, string channel, Storage.Recovery.ChannelStatus status, string? fault);

    [LoggerMessage(1525, LogLevel.Information, "The app appears to be allowed again in tenant {Tenant}: {Count} channels were reopened.")]
    public static partial void TenantOpened(this ILogger log, string? tenant, int count);

    [LoggerMessage(1524, LogLevel.Error, "The delivery of event {Event} to {Channel} failed unexpectedly.")]
    public static partial void DeliveryBroke(this ILogger log, Guid @event, string channel, Exception fault);

    [LoggerMessage(1530, LogLevel.Warning, "The results of {Count} deliveries could not be saved; it is retried.")]
    public static partial void ResultsNotSaved(this ILogger log, int count, Exception fault);

    [LoggerMessage(1531, LogLevel.Warning, "The results of {Count} deliveries came too late: another instance has taken them over.")]
    public static partial void EndsTooLate(this ILogger log, int count);

    [LoggerMessage(1400, LogLevel.Information, "Ticket {Ticket} of request {Request} is now {State}.")]
    public static partial void TicketChanged(this ILogger log, string ticket, Guid request, Domain.Requests.Desk.TicketState state);

    [LoggerMessage(1402, LogLevel.Information, "Ticket {Ticket} was changed on the desk's page by {By}, now version {Version}.")]
    public static partial void TicketWorkedOn(this ILogger log, string ticket, int version, string? by);

    [LoggerMessage(1403, LogLevel.Warning, "The desk's page refused a request of {Person}: {Why}.")]
    public static partial void DeskPageRefused(this ILogger log, string person, string why);

    [LoggerMessage(1404, LogLevel.Warning, "A page of the desk could not be shown: the database does not answer.")]
    public static partial void DeskPageFailed(this ILogger log, Exception fault);

    [LoggerMessage(1401, LogLevel.Warning, "The desk could not be polled for changes; it is retried.")]
    public static partial void DeskNotAsked(this ILogger log, Exception fault);

    [LoggerMessage(1600, LogLevel.Information, "Channel {Channel} now follows {Systems}, set by {Person}.")]
    public static partial void ChannelFollows(this ILogger log, string channel, string systems, string person);

    [LoggerMessage(1601, LogLevel.Information, "Channel {Channel} no longer follows {Systems}, ended by {Person}.")]
    public static partial void ChannelStopped(this ILogger log, string channel, string systems, string person);

    [LoggerMessage(1602, LogLevel.Information, "Teams reported a change of channel {Channel}: {Change}.")]
    public static partial void ChannelChanged(this ILogger log, string channel, Connector.Incoming.ChannelChange change);

    [LoggerMessage(
        1603,
        LogLevel.Information,
        "The settings list {Listed} channels: {Added} systems newly followed, {Ended} no longer; {Unreached} channels have no conversation reference yet."
    )]
    public static partial void ChannelsSettled(this ILogger log, int listed, int added, int ended, int unreached);

    [LoggerMessage(1604, LogLevel.Debug, "Team {Team} lists {Listed} channels; {Asked} names were missing.")]
    public static partial void NamesRead(this ILogger log, string team, int listed, int asked);

    [LoggerMessage(
        1605, LogLevel.Information, "The channel names of team {Team} could not be read and are requested again in {Pause}: {Outcome}")]
    public static partial void NamesNotRead(this ILogger log, string team, SendOutcome outcome, TimeSpan pause);

    [LoggerMessage(1606, LogLevel.Warning, "Channel names could not be saved to the database; it is retried.")]
    public static partial void NamingHeldUp(this ILogger log, Exception fault);

    [LoggerMessage(1410, LogLevel.Warning, "The local desk's database does not answer; the call is retried later.")]
    public static partial void DeskNotReached(this ILogger log, Exception fault);

    [LoggerMessage(
        1440, LogLevel.Warning, "Tickets {Older} and {Younger} have the same key {Key}. The younger is cancelled if the bot may; check that nobody works on it.")]
    public static partial void TwoTickets(this ILogger log, string older, string younger, string key);

    [LoggerMessage(1441, LogLevel.Warning, "A word from a desk was refused with HTTP {Status}.")]
    public static partial void HintRefused(this ILogger log, int status);

    [LoggerMessage(1700, LogLevel.Information, "Reporter {Reporter} moved {Event}.")]
    public static partial void ReportAccepted(this ILogger log, string reporter, string @event);

    [LoggerMessage(1701, LogLevel.Information, "In a batch from reporter {Reporter}, {Done} of {All} reports were applied.")]
    public static partial void BatchAccepted(this ILogger log, string reporter, int done, int all);

    [LoggerMessage(1702, LogLevel.Warning, "A report from {Reporter} was refused with HTTP {Status}.")]
    public static partial void ReportRefused(this ILogger log, string reporter, int status);

    [LoggerMessage(1703, LogLevel.Error, "A report from {Reporter} could not be saved; the sender is asked to send it again.")]
    public static partial void ReportNotSaved(this ILogger log, string reporter, Exception fault);

    [LoggerMessage(1900, LogLevel.Information, "The language model answered within {Duration}: {Outcome}.")]
    public static partial void ModelAsked(this ILogger log, string outcome, TimeSpan duration);

    [LoggerMessage(1901, LogLevel.Warning, "The language model is of no help: {Outcome} ({Fault}). It is not asked for {Pause}.")]
    public static partial void ModelFailed(this ILogger log, string outcome, string? fault, TimeSpan pause);

    [LoggerMessage(1902, LogLevel.Information, "The language model was not asked: {Reason}.")]
    public static partial void ModelNotAsked(this ILogger log, string reason);

    [LoggerMessage(1950, LogLevel.Warning, "A file ({Source}) was not read: it lies on a host that the bot does not read files from.")]
    public static partial void FileNotAllowed(this ILogger log, SentFileSource source);

    [LoggerMessage(1951, LogLevel.Warning, "A file ({Source}) was not read: {Reason}.")]
    public static partial void FileNotRead(this ILogger log, SentFileSource source, string reason);

    [LoggerMessage(1800, LogLevel.Warning, "The events page could not be updated; it is retried.")]
    public static partial void EventsNotSeen(this ILogger log, Exception fault);

    [LoggerMessage(1801, LogLevel.Warning, "{Most} people are already watching the events page; another one was asked to retry later.")]
    public static partial void TooManyWatch(this ILogger log, int most);
}
