using System.Globalization;
using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Storage.Recovery;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Tickets.Page;

/// <summary>The tickets of the desk, a page at a time.</summary>
public sealed partial class ListPage
{
    private static readonly string[] Columns = ["number", "key", "subject", "requester", "severity", "state", "age", "changed"];

    /// <summary>Given by the renderer; the same as those of <see cref="Frame"/>.</summary>
    [Parameter, EditorRequired]
    public required Phrases Words { get; set; }

    [Parameter, EditorRequired]
    public required TicketListView View { get; set; }

    [Parameter, EditorRequired]
    public required DeskFrame Frame { get; set; }

    private string Count => View.All switch
    {
        0 => Words["desk.none"],
        1 => Words["desk.one"],
        _ => Words.Say("desk.many", ("count", Text(View.All))),
    };

    private string PageOf => Words.Say("desk.page", ("page", Text(View.Query.Page)), ("pages", Text(View.Pages)));

    private string Address(int page) => View.Query.Address(Invitations.PagePath(ViewerPage.Desk), page);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
