using ChatOpsBot.Domain.Requests.Desk;

namespace ChatOpsBot.Application.Desks;

/// <summary>The words for a ticket's state: on the command line, and from programs that tell it. Scripts lean on them.</summary>
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

    /// <returns>Null for a word that is none of them.</returns>
    public static TicketState? Find(string? word) =>
        Pairs.FirstOrDefault(pair => pair.Word == word) is { Word: not null } pair ? pair.State : null;

    /// <param name="word">One of <see cref="All"/>.</param>
    public static TicketState Read(string word) => Pairs.Single(pair => pair.Word == word).State;
}
