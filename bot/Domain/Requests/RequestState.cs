using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Domain.Requests;

/// <summary>Where a request stands with the bot; how far the desk is with it, its <see cref="FiledTicket"/> says.</summary>
public enum RequestState
{
    /// <summary>A draft that is being filled in.</summary>
    Filling,

    /// <summary>A draft that is complete; its owner looks it over.</summary>
    Reviewing,

    /// <summary>Confirmed by its owner; a second person has to approve it before it is filed.</summary>
    AwaitingApproval,

    /// <summary>On its way to the desk.</summary>
    Filing,

    /// <summary>The desk has it, under a ticket number.</summary>
    Filed,

    /// <summary>The desk did not take it, and will not take it as it is.</summary>
    Refused,

    /// <summary>A second person said no.</summary>
    Rejected,

    /// <summary>Taken back by its owner after it was confirmed.</summary>
    Withdrawn,

    /// <summary>A draft given up by its owner.</summary>
    Cancelled,

    /// <summary>A draft that nobody went on with.</summary>
    Expired,
}
