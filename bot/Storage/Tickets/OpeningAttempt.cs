using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Storage.Tickets;

/// <summary>A ticket that was asked for at a desk. Written before the call: whoever finds it must look before asking again.</summary>
public sealed class OpeningAttempt
{
    /// <summary>Of the request.</summary>
    public required string Key { get; init; }

    public required DeskKind Desk { get; init; }

    /// <summary>When it was asked for last.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>How often the desk was searched for it in vain since then.</summary>
    public int Looks { get; set; }
}
