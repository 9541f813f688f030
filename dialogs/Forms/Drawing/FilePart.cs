using ChatOpsBot.Cards;
using ChatOpsBot.Cards.Elements;
using ChatOpsBot.Dialogs.Layout;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Files;

namespace ChatOpsBot.Dialogs.Forms.Drawing;

/// <summary>The files of a request on its cards: what they are called, and where they are.</summary>
internal static class FilePart
{
    private const int LongestReason = 300;

    public static IEnumerable<Element> Draw(Request request, Phrases words)
    {
        foreach (var file in request.Files)
            yield return Answered.Line(words["files.label"], Say(file, request, words));
        if (request.Files.Any(file => file is { IsUnread: true, Progress: FileProgress.Waiting }))
            yield return CardLayout.Line(words["files.unread"]);
    }

    /// <summary>It has files that the desk does not have.</summary>
    public static bool CanRemove(Request request) => request.Files.Any(file => file.Progress is FileProgress.Waiting);

    private static string Say(RequestFile file, Request request, Phrases words)
    {
        var name = $"{PlainText.Line(file.Name)} ({FileSize.Say(file.Size)})";
        return file switch
        {
            { Progress: FileProgress.AtDesk } => words.Say("files.at_desk", ("file", name)),
            { Progress: FileProgress.NotTaken, RefusedBecause: { } why } =>
                words.Say("files.refused", ("file", name), ("reason", PlainText.Clip(PlainText.Line(why), LongestReason))),
            { Progress: FileProgress.NotTaken } => words.Say("files.failed", ("file", name)),
            _ when request.Ticket is not null => words.Say("files.on_its_way", ("file", name)),
            _ => name,
        };
    }
}
