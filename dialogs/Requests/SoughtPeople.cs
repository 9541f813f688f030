using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>
/// The people whom a turn names in a form where it matters who they are: Teams is asked about them before the turn is answered. In any
/// other turn there are none.
/// </summary>
public static class SoughtPeople
{
    private const int Most = 3;

    /// <returns>
    /// By what they are called in <see cref="Turn.People"/>: what Teams knows them by, the channel's own id or an object id. Null where
    /// several are called the same.
    /// </returns>
    public static IReadOnlyDictionary<string, string?> In(Turn turn, RequestServices services)
    {
        ArgumentNullException.ThrowIfNull(turn);
        IEnumerable<(string Name, string Id)> sought = turn.What switch
        {
            TurnInput.Message said => Said(said, turn, services),
            TurnInput.ButtonPress { Verb: Verbs.SubmitForm or Verbs.RedrawForm } press => Sent(press, turn, services),
            _ => [],
        };
        return sought.Take(Most).GroupBy(it => it.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(
            same => same.Key,
            same => same.Select(it => it.Id).Distinct().ToList() is [var only] ? only : null,
            StringComparer.OrdinalIgnoreCase);
    }

    private static List<(string Name, string Id)> Said(TurnInput.Message said, Turn turn, RequestServices services)
    {
        var mentioned = said.Mentioned.Where(it => it.Name.Length > 0).Select(it => (it.Name, it.AccountId));
        var written = said.Text.Split(' ', ',', ':').Select(PersonField.ObjectId).OfType<string>().Select(id => (id, id));
        List<(string Name, string Id)> named = [.. mentioned.Concat(written)];
        return named.Count > 0 && TypeOf(said, turn, services) is { } type && Identified(type).Any() ? named : [];
    }

    private static RequestType? TypeOf(TurnInput.Message said, Turn turn, RequestServices services) =>
        DraftInHand.Of(turn) is { } draft ? services.Find(draft.Type) : RequestIntent.Read(said.Text, turn, services)?.Type;

    // Whoever stands in the form already was looked up then.
    private static IEnumerable<(string Name, string Id)> Sent(TurnInput.ButtonPress press, Turn turn, RequestServices services) =>
        PressedRequest.Find(press, turn) is { } request && services.Find(request.Type) is { } type
            ? from field in Identified(type)
              from key in (string[])[FormInputs.PersonOf(field), field.Id]
              let id = PersonField.ObjectId(press.Data.GetValueOrDefault(key) ?? "")
              where id is not null && !IsKnown(field, id, request)
              select (id, id)
            : [];

    private static bool IsKnown(PersonField field, string id, Request request) =>
        request.Entries.GetValueOrDefault(field.Id)?.Value is { } written
        && field.Parse(written) is { Name.Length: > 0 } known
        && known.Id == id;

    private static IEnumerable<PersonField> Identified(RequestType type) =>
        type.Fields.OfType<PersonField>().Where(field => field.IsIdentified);
}
