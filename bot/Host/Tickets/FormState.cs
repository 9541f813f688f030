using ChatOpsBot.Application.Tickets;

namespace ChatOpsBot.Host.Tickets;

/// <summary>How the form of a ticket stands when its page is drawn.</summary>
/// <param name="Typed">What was typed and not saved; null for a fresh form.</param>
/// <param name="IsOutdated">Somebody changed the ticket meanwhile.</param>
/// <param name="Fault">Why it was not saved; null for nothing.</param>
/// <param name="Saved">The version that was just made, as the address says; null for none.</param>
internal sealed record FormState(TicketForm? Typed = null, bool IsOutdated = false, TicketEditFault? Fault = null, int? Saved = null);
