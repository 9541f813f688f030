using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Dialogs.Requests;
using ChatOpsBot.Domain.People;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Application.People;

/// <summary>
/// Asks Teams, before a turn is answered, about the people it names where it matters who they are. For any other turn nobody is asked.
/// </summary>
public sealed class PeopleReader(MemberLookup members, RequestServices services)
{
    // Of the teams that the bot is in, those heard of last: the people of a request work with the bot somewhere.
    private const int MostTeams = 3;

    public async Task<IReadOnlyDictionary<string, PersonMeant>> ReadAsync(
        BotDb db, Turn turn, TurnContext context, CancellationToken cancel)
    {
        var sought = SoughtPeople.In(turn, services);
        if (sought.Count == 0)
            return turn.People;

        var found = await Task.WhenAll(
            (await WaysAsync(db, sought, context, cancel)).Select(async way => (way.Name, Person: way.Id is null
                ? new PersonMeant.OnlyNamed()
                : await members.FindAsync(context, way.Id, way.Others, cancel))));
        return found.ToDictionary(it => it.Name, it => it.Person, StringComparer.OrdinalIgnoreCase);
    }

    // The database takes one question after the other; Teams is asked about all at once.
    private static async Task<IReadOnlyList<(string Name, string? Id, IReadOnlyList<ConversationReference> Others)>> WaysAsync(
        BotDb db, IReadOnlyDictionary<string, string?> sought, TurnContext context, CancellationToken cancel)
    {
        List<(string, string?, IReadOnlyList<ConversationReference>)> ways = [];
        foreach (var (name, id) in sought)
            ways.Add((name, id, id is not null && PersonField.ObjectId(id) is not null ? await OthersAsync(db, id, context, cancel) : []));
        return ways;
    }

    // Whoever was chosen need not be in this chat: Teams tells of them where they have the bot themselves, and in its teams.
    private static async Task<IReadOnlyList<ConversationReference>> OthersAsync(
        BotDb db, string id, TurnContext context, CancellationToken cancel)
    {
        if (context.Reference is not { } here)
            return [];

        var places = db.Conversations.AsNoTracking()
            .Where(place => place.TenantId == context.TenantId && place.RemovedAt == null && place.Id != here.RootId);
        var own = await places.Where(place => place.Kind == "personal" && place.InstalledById == id)
            .OrderByDescending(place => place.UpdatedAt).Take(1).ToListAsync(cancel);
        var teams = await places.Where(place => place.TeamId != null)
            .OrderByDescending(place => place.UpdatedAt).Take(MostTeams).ToListAsync(cancel);
        return
        [
            .. own.Concat(teams).Select(place => here with
            {
                ServiceUrl = place.ServiceUrl,
                ConversationId = place.TeamId ?? place.ConversationId,
                Bot = new ChannelAccount(place.BotId),
                ConversationType = place.Kind,
            }),
        ];
    }
}
