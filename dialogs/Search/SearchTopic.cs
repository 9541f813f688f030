using ChatOpsBot.Dialogs.Forms;

namespace ChatOpsBot.Dialogs.Search;

/// <summary>What people find from any chat's compose box. Pure, as every topic: the same query gets the same answer.</summary>
public sealed class SearchTopic(RequestServices kit)
{
    private readonly RowSearch _rows = new(kit);
    private readonly RequestSearch _requests = new(kit);
    private readonly EventSearch _events = new(kit);

    public SearchAnswer Answer(SearchQuery query) => query.Command switch
    {
        SearchCommands.Rows => _rows.Answer(query),
        SearchCommands.Requests => _requests.Answer(query),
        SearchCommands.Events => _events.Answer(query),
        _ => new SearchAnswer.Told(kit.Words.In(query.Language)["search.unknown"]),
    };
}
