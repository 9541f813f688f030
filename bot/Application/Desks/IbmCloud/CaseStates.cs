using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Desks.IbmCloud;

internal enum CaseStatus
{
    New,
    InProgress,
    WaitingOnClient,
    ResolutionProvided,
    Resolved,
    Closed,

    /// <summary>A word that is not known here, or none.</summary>
    Other,
}

/// <summary>IBM's words for the state of a case. They come as its pages show them, so only their letters count.</summary>
internal static class CaseStates
{
    public static CaseStatus Read(string? word) => string.Concat((word ?? "").Where(char.IsLetter)).ToUpperInvariant() switch
    {
        "NEW" => CaseStatus.New,
        "INPROGRESS" => CaseStatus.InProgress,
        "WAITINGONCLIENT" => CaseStatus.WaitingOnClient,
        "RESOLUTIONPROVIDED" => CaseStatus.ResolutionProvided,
        "RESOLVED" => CaseStatus.Resolved,
        "CLOSED" => CaseStatus.Closed,
        _ => CaseStatus.Other,
    };

    /// <summary>A case whose state nobody knows is worked on: that promises nothing, and ends nothing.</summary>
    public static TicketState Ours(CaseStatus status) => status switch
    {
        CaseStatus.New => TicketState.New,
        CaseStatus.WaitingOnClient => TicketState.WaitingForYou,
        CaseStatus.ResolutionProvided or CaseStatus.Resolved => TicketState.Resolved,
        CaseStatus.Closed => TicketState.Closed,
        _ => TicketState.InProgress,
    };

    /// <summary>IBM's word where ours says less.</summary>
    public static string? Word(string? word) =>
        Read(word) is CaseStatus.Other or CaseStatus.ResolutionProvided && !string.IsNullOrWhiteSpace(word) ? word.Trim() : null;
}
