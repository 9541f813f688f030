using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Tickets.Page;

/// <summary>The text of a ticket: lines of the form <c>Label: value</c>.</summary>
public sealed partial class TicketBody
{
    private const string Parting = ": ";

    [Parameter, EditorRequired]
    public required string Body { get; set; }

    private IEnumerable<(string Label, string Value)> Lines =>
        DeskFrame.Plain(Body).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parted);

    private static (string Label, string Value) Parted(string line) =>
        line.IndexOf(Parting, StringComparison.Ordinal) is >= 0 and var at ? (line[..at], line[(at + Parting.Length)..]) : ("", line);
}
