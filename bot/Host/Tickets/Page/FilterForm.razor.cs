using ChatOpsBot.Application.Desks;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Domain.Requests;
using Microsoft.AspNetCore.Components;

namespace ChatOpsBot.Host.Tickets.Page;

/// <summary>What to look for in the list.</summary>
public sealed partial class FilterForm
{
    private static readonly TicketQuery Usual = new();

    private static readonly Severity[] Severities = Enum.GetValues<Severity>();

    [Parameter, EditorRequired]
    public required TicketQuery Query { get; set; }

    [Parameter, EditorRequired]
    public required DeskFrame Frame { get; set; }

    private Phrases Words => Frame.Words;

    private IEnumerable<(string Word, string State)> States =>
        TicketQuery.States.Select(word => (word, Frame.StateOf(TicketStateWords.Read(word))));

    // One that a link asks for stays chosen, though this version of the bot may no longer have it.
    private IEnumerable<string> Types => Frame.Services.Types.OrderBy(type => type.Order).Select(type => type.Id)
        .Concat(Query.Type is { } chosen ? [chosen] : []).Distinct();
}
