using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;

namespace ChatOpsBot.Application.Requests;

/// <summary>What the bot or the desk does to a request.</summary>
/// <param name="Next">As it shall be; version and time of the change are set when it is saved.</param>
/// <param name="OutboxMessages">What is to be done because of it.</param>
public sealed record RequestChange(Request Next, AuditEntry AuditEntry, params IReadOnlyList<OutboxMessage> OutboxMessages);
