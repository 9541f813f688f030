namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>A file that goes into a ticket.</summary>
/// <param name="Name">
/// As the desk keeps it: it begins with the request's key and the file's number there (<c>RST-7K3QZC-1-job.log</c>). By it a desk that was
/// asked before finds the file again. Letters, digits, dots, hyphens and underscores alone.
/// </param>
/// <param name="ContentType">A media type without parameters, such as <c>text/plain</c>.</param>
/// <param name="Content">Never empty, and within the limit that the settings name.</param>
public sealed record DeskFile(string Name, string ContentType, ReadOnlyMemory<byte> Content)
{
    /// <summary>It was sent before, and nobody knows whether it came.</summary>
    public bool MayBeThere { get; init; }
}
