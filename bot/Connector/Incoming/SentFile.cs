namespace ChatOpsBot.Connector.Incoming;

/// <summary>A file that came with a message (Teams documentation, "Send and receive files with bot").</summary>
/// <param name="Name">As its sender calls it; empty for a picture that was pasted.</param>
/// <param name="Address">Where it can be read. Comes from outside: only hosts on the lists are called.</param>
public sealed record SentFile(string Name, SentFileSource Source, string? Address);

public enum SentFileSource
{
    /// <summary>In the sender's OneDrive; the address needs no token, and is good for a few minutes.</summary>
    Upload,

    /// <summary>A picture in the text, kept by the Bot Connector.</summary>
    Picture,

    /// <summary>Somewhere that the bot cannot read: a link to a file in a channel, a video.</summary>
    Elsewhere,
}
