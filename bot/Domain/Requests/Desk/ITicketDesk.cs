namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>The support desk at which requests become tickets. Every call ends in time.</summary>
public interface ITicketDesk
{
    /// <summary>What people call it.</summary>
    string Name { get; }

    /// <summary>Opens a ticket, or finds the one that has the key already: calling twice makes one ticket.</summary>
    Task<DeskAnswer> OpenAsync(TicketDraft ticket, CancellationToken cancellationToken);

    /// <summary>The ticket that has a request's key; refused where there is none.</summary>
    Task<DeskAnswer> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Puts what was changed into a ticket; refused once somebody works on it.</summary>
    Task<DeskAnswer> AmendAsync(string number, TicketDraft ticket, CancellationToken cancellationToken);

    /// <summary>Takes a ticket back; refused once somebody works on it.</summary>
    Task<DeskAnswer> WithdrawAsync(string number, CancellationToken cancellationToken);

    /// <summary>Tickets that changed at the desk after a time, oldest change first.</summary>
    /// <param name="most">A page: whoever gets as many asks again from the last one's change on.</param>
    Task<IReadOnlyList<FiledTicket>> ChangedAsync(DateTimeOffset after, int most, CancellationToken cancellationToken);
}
