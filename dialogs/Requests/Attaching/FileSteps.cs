using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Outbox;
using ChatOpsBot.Domain.Requests;
using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Dialogs.Requests.Attaching;

/// <summary>The steps that put files on a request.</summary>
internal static class FileSteps
{
    /// <summary>A file can go with it: it is not at a desk yet, or at one that takes files and has not ended it.</summary>
    public static bool CanAttach(Request request, DeskProfile desk) => request switch
    {
        { IsDraft: true } => true,
        { State: RequestState.AwaitingApproval or RequestState.Filing } => true,
        { State: RequestState.Filed, Ticket.State: not (TicketState.Closed or TicketState.Cancelled or TicketState.Gone) } =>
            desk.Abilities.HasFlag(DeskAbilities.Attach),
        _ => false,
    };

    /// <summary>Puts the files of this turn on a request that was confirmed; the desk gets them at once where it has a ticket.</summary>
    public static TurnResult Attach(Request request, RequestTransitions moves, Func<Request, Reply> show)
    {
        var next = moves.Next(moves.WithFiles(request));
        return next.Files.Count == request.Files.Count
            ? [show(request)]
            : [moves.Save(next, "files-added"), .. ToDesk(request, next), RequestTransitions.Redraw(next), show(next)];
    }

    /// <summary>What is new among the files goes into the ticket; without one the files go when it is opened.</summary>
    public static IEnumerable<Change> ToDesk(Request before, Request next) => next.Ticket is null
        ? []
        : next.Files.Where(file => !before.Files.Any(known => known.Id == file.Id))
            .Select(file => new Change.Enqueue(new OutboxMessage.AttachFile(next.Id, file.Id)));
}
