namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>A ticket as it stands at the desk, with what was written into it.</summary>
/// <param name="Comments">The newest at least, oldest first; a reader skips what it knows (<see cref="FiledTicket.NotedAt"/>).</param>
public sealed record TicketUpdate(FiledTicket Ticket, IReadOnlyList<DeskComment> Comments);
