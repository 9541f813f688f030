using ChatOpsBot.Storage.Tickets;

namespace ChatOpsBot.Tests.Storage;

public abstract partial class RetentionContract
{
    /// <summary>A file in a ticket: it goes with that.</summary>
    private static TicketFile FileOf(string number, DateTimeOffset at) => new()
    {
        Number = number,
        Name = "job.log",
        ContentType = "text/plain",
        Size = 1,
        Sha256 = "",
        Content = [1],
        At = at,
    };
}
