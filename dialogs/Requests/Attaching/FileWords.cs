using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Files;

namespace ChatOpsBot.Dialogs.Requests.Attaching;

/// <summary>Sentences about files. Their names come from outside.</summary>
internal static class FileWords
{
    public static string Added(IReadOnlyList<RequestFile> files, string key, Phrases words)
    {
        if (files.Count == 0)
            return words.Say("files.not_added", ("key", key));

        var said = words.Say("files.added", ("files", Names(files.Select(file => file.Name))), ("key", key));
        return files.Any(file => file.IsUnread) ? $"{said} {words["files.unread"]}" : said;
    }

    public static string Of(Problem problem, Phrases words) => words.Say(
        problem.Key, [.. problem.Values.Select(value => (value.Key, PlainText.Line(value.Value)))]);

    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(PlainText.Line));
}
