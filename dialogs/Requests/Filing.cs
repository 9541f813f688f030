using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Dialogs.Forms;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Approvals;
using ChatOpsBot.Domain.Requests.Fields;

namespace ChatOpsBot.Dialogs.Requests;

/// <summary>From the confirmed review to the desk, with the second person in between where one is needed.</summary>
internal static class Filing
{
    // In the history of a request: a word that is never renamed.
    private const string OnlyNamed = "only-named";

    /// <summary>The risks that are not confirmed yet.</summary>
    public static IReadOnlyList<Risk> Open(Request request, RequestTransitions moves) =>
        [.. moves.Services.TypeOf(request).Risks(new Answers(request), moves.Context).Where(risk => !request.Accepted.Contains(risk.Id))];

    /// <param name="show">Shows the request after the step.</param>
    public static TurnResult File(Request request, RequestTransitions moves, Func<Request, Reply> show)
    {
        var type = moves.Services.TypeOf(request);
        var approvers = moves.Services.Approvals.For(request, type.Approval(new Answers(request), moves.Services.Systems));
        var confirmed = moves.Next(request) with { ConfirmedAt = moves.Turn.At, Asking = null, RefusedBecause = null };
        // Without a ticket there is nothing that an edit could come back to.
        confirmed = confirmed with { ConfirmedVersion = confirmed.Version, Before = confirmed.Ticket is null ? null : confirmed.Before };
        switch (approvers)
        {
            case Approvers.Nobody:
                return [show(request)];
            case Approvers.NotNeeded:
                var filing = confirmed with { State = RequestState.Filing };
                return [moves.Save(filing, "confirmed", ForWhom(filing, type)), .. ToDesk(filing, moves), RequestTransitions.Redraw(filing), show(filing)];
            case var _ when RequestLimits.OfWaiting(moves) is { } tooMany:
                return [tooMany];
            default:
                var waiting = confirmed with { State = RequestState.AwaitingApproval };
                return
                [
                    moves.Save(waiting, "confirmed", ForWhom(waiting, type)),
                    .. ApprovalMessages.Rounds(waiting, moves.Services.Approvals).Select(message => new Change.Enqueue(message)),
                    RequestTransitions.Redraw(waiting),
                    show(waiting),
                ];
        }
    }

    // The history keeps who it is for, by what proves it.
    private static string? ForWhom(Request request, RequestType type)
    {
        var answers = new Answers(request);
        var field = type.Fields.OfType<PersonField>().FirstOrDefault(field => field.IsIdentified);
        return field is null || !answers.TryGet(field, out var person) ? null
            : person.Id.Length > 0 ? $"{field.Id} {person.Id}"
            : $"{field.Id} {OnlyNamed}";
    }

    /// <summary>A ticket is opened, or the one that is there is changed; what is to be said later of it is put down.</summary>
    public static IEnumerable<Change> ToDesk(Request request, RequestTransitions moves)
    {
        var ticket = TicketText.Of(request, moves.Services);
        yield return new Change.Enqueue(
            request.Ticket is null
                ? new OutboxMessage.OpenTicket(request.Id, request.ConfirmedVersion, ticket)
                : new OutboxMessage.AmendTicket(request.Id, request.ConfirmedVersion, ticket));
        foreach (
            var reminder in moves
                .Services.TypeOf(request)
                .Reminders(new Answers(request))
                .Where(reminder => reminder.At > moves.Context.Now))
            yield return new Change.Enqueue(
                new OutboxMessage.Remind(request.Id, request.ConfirmedVersion, reminder.News)
                {
                    Due = reminder.At.ToDateTimeOffset(),
                    Until = reminder.Until?.ToDateTimeOffset(),
                    IsEnd = reminder.IsEnd,
                });
    }
}
