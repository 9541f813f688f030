namespace ChatOpsBot.Storage.Tickets;

/// <summary>A file of a ticket of the embedded desk. Its content is read for one file at a time.</summary>
public sealed class TicketFile
{
    /// <summary>Of the ticket.</summary>
    public required string Number { get; init; }

    /// <summary>Letters, digits, dots, hyphens and underscores; no other file of the ticket has it.</summary>
    public required string Name { get; init; }

    /// <summary>A media type, such as <c>text/plain</c>.</summary>
    public required string ContentType { get; init; }

    /// <summary>In bytes.</summary>
    public required int Size { get; init; }

    /// <summary>In hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What is told of a file where its content is not read.</summary>
/// <inheritdoc cref="TicketFile"/>
public sealed record TicketFileLine(string Name, string ContentType, int Size, string Sha256, DateTimeOffset At);
