using ChatOpsBot.Cards;
using ChatOpsBot.Connector.Files;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Files;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Files;

/// <summary>
/// Reads the files that came with a message, once, before it is answered: where they lie they can be read for some minutes only. What may
/// not go to a desk is let go of at once.
/// </summary>
public sealed class FileReception(
    FileDownload downloads, IOptions<RequestFileOptions> options, ILogger<FileReception> log)
{
    // In characters.
    private const int LongestName = 80;

    private const string Picture = "picture";

    /// <summary>The turn with its files. Teams gives a bot files in a personal chat alone; nothing is read for somebody unknown.</summary>
    public async Task<TurnContext> ReceiveAsync(TurnContext context, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Sent.Count == 0 || context.Where.Kind is not PlaceKind.Personal || context.Who.Id.Length == 0)
            return context;

        // Side by side: Teams waits for the turn. Of one too many it is said that it is, and that stands for all after it.
        var limits = options.Value.Limits;
        var files = context.Sent.Take(limits.MostFiles + 1).Select((sent, at) => ReceiveAsync(sent, at, limits, cancel));
        return context with { Files = await Task.WhenAll(files) };
    }

    private async Task<ReceivedFile> ReceiveAsync(SentFile sent, int before, FileLimits limits, CancellationToken cancel)
    {
        // A picture that was pasted may have no name, and gets its ending from its bytes.
        var name = PlainText.Clip(PlainText.Line(Path.GetFileName(sent.Name)), LongestName) is { Length: > 0 } given ? given : Picture;
        if (limits.MostFiles == 0)
            return Bad(name, new Problem("file.none"));
        if (before >= limits.MostFiles)
            return Bad(name, Problem.Of("file.too_many", ("file", name), ("most", $"{limits.MostFiles}")));
        if (sent.Source is not SentFileSource.Picture && FileCheck.OfName(name, limits) is { } kind)
            return Bad(name, kind);

        switch (await downloads.ReadAsync(sent, limits.MostBytes, cancel))
        {
            case FileOutcome.Read { Content: var content }:
                return Checked(sent.Source is SentFileSource.Picture ? NameOfPicture(name, content) : name, content, limits);
            case FileOutcome.TooLarge:
                return Bad(name, FileCheck.TooLarge(name, limits));
            case FileOutcome.HostNotAllowed:
                log.FileNotAllowed(sent.Source);
                return Bad(name, Problem.Of("file.elsewhere", ("file", name)));
            case FileOutcome.NotReached fault:
                log.FileNotRead(sent.Source, fault.Reason);
                return Bad(name, Problem.Of("file.not_read", ("file", name)));
            default:
                throw new InvalidOperationException("A file was read in a way that nobody knows.");
        }
    }

    private static ReceivedFile Checked(string name, byte[] content, FileLimits limits)
    {
        if (FileCheck.Of(name, content, limits) is { } problem)
            return Bad(name, problem);

        var kind = FileKind.Of(FileCheck.EndingOf(name));
        return new(new(Guid.NewGuid(), name, kind.ContentType, content.Length) { IsUnread = !kind.IsText }, content);
    }

    private static string NameOfPicture(string name, byte[] content) =>
        FileKind.PictureIn(content) is not { } ending ? name
        : string.Equals(FileCheck.EndingOf(name), ending, StringComparison.OrdinalIgnoreCase)
            || (ending == "jpg" && string.Equals(FileCheck.EndingOf(name), "jpeg", StringComparison.OrdinalIgnoreCase)) ? name
        : $"{Path.GetFileNameWithoutExtension(name)}.{ending}";

    private static ReceivedFile Bad(string name, Problem problem) =>
        new(new(Guid.NewGuid(), name, "", 0) { Problem = problem }, ReadOnlyMemory<byte>.Empty);
}
