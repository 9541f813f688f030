using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>The words for a ticket's state. Scripts lean on them.</summary>
internal static class TicketStateWords
{
    private static readonly (string Word, TicketState State)[] Pairs =
    [
        ("new", TicketState.New),
        ("in-progress", TicketState.InProgress),
        ("waiting", TicketState.WaitingForYou),
        ("resolved", TicketState.Resolved),
        ("closed", TicketState.Closed),
        ("on-hold", TicketState.OnHold),
        ("cancelled", TicketState.Cancelled),
    ];

    public static string[] All { get; } = [.. Pairs.Select(pair => pair.Word)];

    /// <summary>The states in which the desk still has something to do, or to hear.</summary>
    public static IReadOnlyList<TicketState> Unfinished { get; } =
        [TicketState.New, TicketState.InProgress, TicketState.WaitingForYou, TicketState.OnHold];

    public static string Of(TicketState state) => Pairs.Single(pair => pair.State == state).Word;

    /// <param name="word">One of <see cref="All"/>.</param>
    public static TicketState Read(string word) => Pairs.Single(pair => pair.Word == word).State;
}
