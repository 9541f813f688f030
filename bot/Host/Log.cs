using ChatOpsBot.Connector.Outgoing;

namespace ChatOpsBot.Host;

/// <summary>Every log line of the host. Event ids: 1000 turns, 1100 storage, 1200 local, 1300 outbox, 1400 desk, 1600 channels, 1700 reports of DR events, 1800 page of events. Ids and counts, never what people write.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Error, "Turn {Reference} failed.")]
    public static partial void TurnFailed(this ILogger log, string reference, Exception fault);

    [LoggerMessage(1001, LogLevel.Error, "Turn {Reference} found no answer within {Limit} and was given up.")]
    public static partial void TurnTooSlow(this ILogger log, string reference, TimeSpan limit);

    [LoggerMessage(1002, LogLevel.Debug, "Nobody answers an activity of type {Type} ({Name}).")]
    public static partial void NobodyAnswers(this ILogger log, string type, string? name);

    [LoggerMessage(1003, LogLevel.Information, "No topic answered. To answer it, add an ITopic under dialogs/.")]
    public static partial void NoTopicAnswered(this ILogger log);

    [LoggerMessage(1004, LogLevel.Information, "Turn {Reference} of topic {Topic} was kept: {Matters}.")]
    public static partial void TurnKept(this ILogger log, string reference, string? topic, string matters);

    [LoggerMessage(1010, LogLevel.Warning, "Teams refused an answer: {Why} (HTTP {Status}, {Code}). It is not sent again.")]
    public static partial void AnswerRefused(this ILogger log, Refusal why, int status, string? code);

    [LoggerMessage(1011, LogLevel.Warning, "An answer did not reach Teams: {Outcome}.")]
    public static partial void AnswerNotTaken(this ILogger log, string outcome);

    [LoggerMessage(1030, LogLevel.Information, "Somebody else changed the same meanwhile; attempt {Attempt} of the turn was given up.")]
    public static partial void TurnLostTheRace(this ILogger log, int attempt);

    [LoggerMessage(1031, LogLevel.Warning, "The place of a card was not noted: it will not be drawn anew.")]
    public static partial void CardNotNoted(this ILogger log, Exception fault);

    [LoggerMessage(1032, LogLevel.Information, "The desk has not answered for request {Request} yet; its ticket is told later.")]
    public static partial void DeskIsSlow(this ILogger log, Guid request);

    [LoggerMessage(1033, LogLevel.Warning, "The receipt of request {Request} was not drawn anew; the card shows it as it was kept.")]
    public static partial void ReceiptNotDrawn(this ILogger log, Guid request, Exception fault);

    [LoggerMessage(1040, LogLevel.Error, "Search {Reference} failed.")]
    public static partial void SearchFailed(this ILogger log, string reference, Exception fault);

    [LoggerMessage(1041, LogLevel.Warning, "Search {Reference} found nothing within {Limit} and was given up.")]
    public static partial void SearchTooSlow(this ILogger log, string reference, TimeSpan limit);

    [LoggerMessage(1020, LogLevel.Information, "The place {Place}: {Arrival}.")]
    public static partial void PlaceChanged(this ILogger log, string place, Connector.Incoming.InstallationChange arrival);

    [LoggerMessage(1021, LogLevel.Debug, "Another event told of this first; it is left to that one.")]
    public static partial void AnotherWasFirst(this ILogger log);

    [LoggerMessage(1100, LogLevel.Information, "The database is ready: {Provider}.")]
    public static partial void DatabaseReady(this ILogger log, string provider);

    [LoggerMessage(1101, LogLevel.Information, "What was past its time is gone: {Removed}.")]
    public static partial void RetentionDone(this ILogger log, string removed);

    [LoggerMessage(1102, LogLevel.Warning, "What is past its time could not be removed; it is tried again later.")]
    public static partial void RetentionFailed(this ILogger log, Exception fault);

    [LoggerMessage(1103, LogLevel.Information, "{Person} asked to be forgotten, and was.")]
    public static partial void PersonForgotten(this ILogger log, string person);

    [LoggerMessage(1200, LogLevel.Debug, "Playground: {Line}")]
    public static partial void PlaygroundSays(this ILogger log, string line);

    [LoggerMessage(1300, LogLevel.Debug, "Errand {Errand} ({Kind}) of request {Request} is done.")]
    public static partial void ErrandDone(this ILogger log, long errand, string kind, Guid request);

    [LoggerMessage(1301, LogLevel.Information, "Errand {Errand} ({Kind}) of request {Request} is tried again in {Pause}: {Fault}")]
    public static partial void ErrandLater(this ILogger log, long errand, string kind, Guid request, TimeSpan pause, string fault);

    [LoggerMessage(1302, LogLevel.Error, "Errand {Errand} ({Kind}) of request {Request} is given up: {Fault}")]
    public static partial void ErrandBuried(this ILogger log, long errand, string kind, Guid request, string fault);

    [LoggerMessage(1303, LogLevel.Error, "Errand {Errand} ({Kind}) of request {Request} failed.")]
    public static partial void ErrandFailed(this ILogger log, long errand, string kind, Guid request, Exception fault);

    [LoggerMessage(1304, LogLevel.Warning, "How errand {Errand} ended could not be kept; it is done once more after its claim.")]
    public static partial void ErrandEndNotKept(this ILogger log, long errand, Exception fault);

    [LoggerMessage(1305, LogLevel.Warning, "The outbox could not be read; it is tried again.")]
    public static partial void OutboxUnreadable(this ILogger log, Exception fault);

    [LoggerMessage(1306, LogLevel.Warning, "What waits in the database could not be counted; it is tried again.")]
    public static partial void BacklogUnreadable(this ILogger log, Exception fault);

    [LoggerMessage(1310, LogLevel.Warning, "Approver {Person} of request {Request} was not reached: {Outcome}")]
    public static partial void ApproverNotReached(this ILogger log, string person, Guid request, string outcome);

    [LoggerMessage(1311, LogLevel.Warning, "{Person}, who may approve DR event {Event}, was not reached: {Outcome}")]
    public static partial void AuthorityNotReached(this ILogger log, string person, Guid @event, string outcome);

    [LoggerMessage(1500, LogLevel.Information, "This instance sends the announcements from now on, as {Claimer}.")]
    public static partial void LeaseTaken(this ILogger log, string claimer);

    [LoggerMessage(1501, LogLevel.Information, "This instance sends no announcements any more; it did as {Claimer}.")]
    public static partial void LeaseLeft(this ILogger log, string claimer);

    [LoggerMessage(1502, LogLevel.Warning, "The announcements are held up; it is tried again.")]
    public static partial void AnnouncingHeldUp(this ILogger log, Exception fault);

    [LoggerMessage(1510, LogLevel.Information, "{Event}, version {Version}, is brought to its channels: {Added} new, {Due} to be changed.")]
    public static partial void EventSpread(this ILogger log, string @event, int version, int added, int due);

    [LoggerMessage(1512, LogLevel.Error, "DR event {Event} cannot be read by this version of the bot; no channel hears of it from here.")]
    public static partial void EventUnreadable(this ILogger log, Guid @event);

    [LoggerMessage(1511, LogLevel.Warning, "{Count} deliveries were left in the middle by an instance that is no more.")]
    public static partial void AbandonedSettled(this ILogger log, int count);

    [LoggerMessage(1520, LogLevel.Debug, "{Step} of {Event} in {Channel} is done; sent again: {IsResend}.")]
    public static partial void Delivered(this ILogger log, Storage.Recovery.DeliveryStep step, string @event, string channel, bool isResend);

    [LoggerMessage(1521, LogLevel.Information, "{Step} of {Event} in {Channel} is tried again or left; it is {State} now: {Fault}")]
    public static partial void DeliveryLater(
        this ILogger log, Storage.Recovery.DeliveryStep step, string @event, string channel, Storage.Recovery.DeliveryState state, string? fault);

    [LoggerMessage(1522, LogLevel.Error, "{Step} of {Event} in {Channel} is given up: {Fault}")]
    public static partial void DeliveryFailed(this ILogger log, Storage.Recovery.DeliveryStep step, string @event, string channel, string? fault);

    [LoggerMessage(1523, LogLevel.Warning, "Channel {Channel} is {Standing} from now on: {Fault}")]
    public static partial void ChannelClosed(this ILogger log, string channel, Storage.Recovery.ChannelStanding standing, string? fault);

    [LoggerMessage(1525, LogLevel.Information, "The app seems to be allowed again in tenant {Tenant}: {Count} channels are open again.")]
    public static partial void TenantOpened(this ILogger log, string? tenant, int count);

    [LoggerMessage(1524, LogLevel.Error, "The delivery of event {Event} in {Channel} broke.")]
    public static partial void DeliveryBroke(this ILogger log, Guid @event, string channel, Exception fault);

    [LoggerMessage(1530, LogLevel.Warning, "What became of {Count} deliveries could not be kept; it is tried again.")]
    public static partial void EndsNotKept(this ILogger log, int count, Exception fault);

    [LoggerMessage(1531, LogLevel.Warning, "What became of {Count} deliveries came too late: another instance has them by now.")]
    public static partial void EndsTooLate(this ILogger log, int count);

    [LoggerMessage(1400, LogLevel.Information, "Ticket {Ticket} of request {Request} is {State} now.")]
    public static partial void TicketChanged(this ILogger log, string ticket, Guid request, Domain.Requests.Desk.TicketState state);

    [LoggerMessage(1401, LogLevel.Warning, "The desk could not be asked for changes; it is tried again.")]
    public static partial void DeskNotAsked(this ILogger log, Exception fault);

    [LoggerMessage(1600, LogLevel.Information, "Channel {Channel} follows {Systems}, made so by {Person}.")]
    public static partial void ChannelFollows(this ILogger log, string channel, string systems, string person);

    [LoggerMessage(1601, LogLevel.Information, "Channel {Channel} no longer follows {Systems}, ended by {Person}.")]
    public static partial void ChannelStopped(this ILogger log, string channel, string systems, string person);

    [LoggerMessage(1602, LogLevel.Information, "Teams tells of channel {Channel}: {Change}.")]
    public static partial void ChannelChanged(this ILogger log, string channel, Connector.Incoming.ChannelChange change);

    [LoggerMessage(1603, LogLevel.Information, "Settings list {Listed} channels: {Added} systems are followed anew, {Ended} no longer; the way to {Unreached} channels is not known yet.")]
    public static partial void ChannelsSettled(this ILogger log, int listed, int added, int ended, int unreached);

    [LoggerMessage(1604, LogLevel.Debug, "Team {Team} lists {Listed} channels; the names of {Asked} were to be learned.")]
    public static partial void NamesRead(this ILogger log, string team, int listed, int asked);

    [LoggerMessage(1605, LogLevel.Information, "The names in team {Team} are not known, and asked for again in {Pause}: {Outcome}")]
    public static partial void NamesNotRead(this ILogger log, string team, SendOutcome outcome, TimeSpan pause);

    [LoggerMessage(1606, LogLevel.Warning, "The names of channels are held up by the database; it is tried again.")]
    public static partial void NamingHeldUp(this ILogger log, Exception fault);

    [LoggerMessage(1410, LogLevel.Warning, "The local desk's database does not answer; the call is made again later.")]
    public static partial void DeskNotReached(this ILogger log, Exception fault);

    [LoggerMessage(1700, LogLevel.Information, "Reporter {Reporter} moved {Event}.")]
    public static partial void ReportTaken(this ILogger log, string reporter, string @event);

    [LoggerMessage(1701, LogLevel.Information, "Of a batch of reporter {Reporter}, {Done} of {All} reports were done.")]
    public static partial void BatchTaken(this ILogger log, string reporter, int done, int all);

    [LoggerMessage(1702, LogLevel.Warning, "A report of {Reporter} was refused with HTTP {Status}.")]
    public static partial void ReportRefused(this ILogger log, string reporter, int status);

    [LoggerMessage(1703, LogLevel.Error, "A report of {Reporter} could not be kept; its sender is asked to send it again.")]
    public static partial void ReportNotKept(this ILogger log, string reporter, Exception fault);

    [LoggerMessage(1800, LogLevel.Warning, "The page of events could not be brought up to date; it is tried again.")]
    public static partial void EventsNotSeen(this ILogger log, Exception fault);

    [LoggerMessage(1801, LogLevel.Warning, "{Most} already watch the page of events; one more was asked to come back.")]
    public static partial void TooManyWatch(this ILogger log, int most);
}
