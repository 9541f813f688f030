using ChatOpsBot.Dialogs.Forms;

namespace ChatOpsBot.Dialogs.Search;

/// <summary>What people find from any chat's compose box. Pure, as every topic: the same query gets the same answer.</summary>
public sealed class SearchTopic(RequestServices services)
{
    private readonly RowSearch _rows = new(services);
    private readonly RequestSearch _requests = new(services);
    private readonly EventSearch _events = new(services);

    public SearchAnswer Answer(SearchQuery query) => query.Command switch
    {
        SearchCommands.Rows => _rows.Answer(query),
        SearchCommands.Requests => _requests.Answer(query),
        SearchCommands.Events => _events.Answer(query),
        _ => new SearchAnswer.Told(services.Words.In(query.Language)["search.unknown"]),
    };
}
