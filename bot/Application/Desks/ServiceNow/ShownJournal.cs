using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>
/// The comments of a ticket as people see them: one text, newest first, each under a line with time, name and kind. Its times are in the
/// zone of the bot's user; how far that is from UTC shows in a time that comes both ways.
/// </summary>
internal static partial class ShownJournal
{
    /// <returns>Oldest first.</returns>
    public static IEnumerable<DeskComment> Read(ServiceNowRecord row, string column)
    {
        var text = row.Shown(column).ReplaceLineEndings("\n");
        var heads = Head().Matches(text);
        var shift = ServiceNowRecord.TimeIn(row.Shown("sys_updated_on")) is { } shown ? shown - row.Updated : TimeSpan.Zero;
        for (var at = heads.Count - 1; at >= 0; at--)
        {
            var (head, from) = (heads[at], heads[at].Index + heads[at].Length);
            var said = text[from..(at + 1 < heads.Count ? heads[at + 1].Index : text.Length)].Trim();
            var time = ServiceNowRecord.TimeIn(head.Groups["at"].Value) is { } written ? written - shift : row.Updated;
            if (said.Length > 0)
                yield return new(time, head.Groups["by"].Value, said);
        }
    }

    [GeneratedRegex(@"^(?<at>\d[^\n]{7,30}?) - (?<by>[^\n]+) \([^()\n]+\)$", RegexOptions.Multiline)]
    private static partial Regex Head();
}
