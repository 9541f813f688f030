namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>What is needed to call IBM about something that cannot wait.</summary>
/// <param name="Phone">IBM's number for the account; null where it is not known here.</param>
/// <param name="Account">What IBM knows the account by; null for the same.</param>
public sealed record SupportLine(string? Phone, string? Account);
