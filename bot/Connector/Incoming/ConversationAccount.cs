namespace ChatOpsBot.Connector.Incoming;

/// <summary>The conversation an activity belongs to.</summary>
/// <param name="Id">Channel threads carry their root message: <c>19:…@thread.tacv2;messageid=…</c>.</param>
/// <param name="ConversationType"><c>personal</c>, <c>groupChat</c> or <c>channel</c>; null when the sender left it out.</param>
public sealed record ConversationAccount(string Id, string? ConversationType, string? TenantId, bool IsGroup, string? Name);
