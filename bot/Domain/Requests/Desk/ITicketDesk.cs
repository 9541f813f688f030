namespace ChatOpsBot.Domain.Requests.Desk;

/// <summary>A support desk at which requests become tickets. Every call ends in time, and doing one twice does it once.</summary>
public interface ITicketDesk
{
    DeskKind Kind { get; }

    /// <summary>What people call it.</summary>
    string Name { get; }

    DeskAbilities Abilities { get; }

    /// <summary>False for one that no settings name: requests do not go there, and it is not watched.</summary>
    bool IsSetUp => true;

    /// <summary>Who works there, as cards name them; null for the usual words.</summary>
    string? WorkedBy => null;

    /// <summary>Opens a ticket, or finds the one that has the key already: calling twice makes one ticket.</summary>
    Task<DeskAnswer> OpenAsync(TicketDraft ticket, CancellationToken cancellationToken);

    /// <summary>The ticket that has a request's key; refused where there is none.</summary>
    Task<DeskAnswer> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>A ticket as it stands now; refused where the desk does not show it any more.</summary>
    Task<DeskAnswer> ReadAsync(FiledTicket known, CancellationToken cancellationToken);

    /// <summary>Puts what was changed into a ticket; refused once somebody works on it.</summary>
    Task<DeskAnswer> AmendAsync(FiledTicket known, TicketDraft ticket, CancellationToken cancellationToken);

    /// <summary>Takes a ticket back; refused once somebody works on it.</summary>
    Task<DeskAnswer> WithdrawAsync(FiledTicket known, CancellationToken cancellationToken);

    /// <summary>Writes what the requester says into a ticket, and does what it means.</summary>
    Task<DeskAnswer> ReplyAsync(FiledTicket known, DeskReply reply, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a file into a ticket; refused where the desk takes none, or not this one. The same name twice is the same file.
    /// </summary>
    Task<DeskAnswer> AttachAsync(FiledTicket known, DeskFile file, CancellationToken cancellationToken) =>
        Task.FromResult<DeskAnswer>(new DeskAnswer.Refused("The desk takes no files."));

    /// <summary>Tickets that changed at the desk after a time, oldest change first.</summary>
    /// <param name="most">A page: whoever gets as many asks again from the last one's change on.</param>
    /// <returns>Null where the desk could not be asked.</returns>
    Task<IReadOnlyList<TicketUpdate>?> ChangedAsync(DateTimeOffset after, int most, CancellationToken cancellationToken);

    /// <summary>Credentials, reachability, permissions, mapping: asked with calls that change nothing.</summary>
    Task<IReadOnlyList<DeskCheck>> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<DeskCheck>>([]);
}
