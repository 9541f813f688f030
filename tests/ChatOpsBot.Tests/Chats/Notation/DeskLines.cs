using ChatOpsBot.Domain.Requests.Desk;
using ChatOpsBot.Storage.Tickets;
using ChatOpsBot.Tests.Delivery;

namespace ChatOpsBot.Tests.Chats.Notation;

/// <summary>
/// What happens at the desk to the ticket that was opened last:
/// <code>
/// (the desk: waiting)                       it gets that state, as "requests set" gives it
/// (the desk: waiting, "Which profile?")     with a note
/// (the desk is down) (the desk is up)
/// </code>
/// </summary>
internal static class DeskLines
{
    private static readonly Dictionary<string, TicketState> States = new(StringComparer.Ordinal)
    {
        ["new"] = TicketState.New,
        ["in-progress"] = TicketState.InProgress,
        ["waiting"] = TicketState.WaitingForYou,
        ["on-hold"] = TicketState.OnHold,
        ["resolved"] = TicketState.Resolved,
        ["closed"] = TicketState.Closed,
        ["cancelled"] = TicketState.Cancelled,
    };

    public static IReadOnlyList<ChatLine> All { get; } =
    [
        new(
            @"\(the desk: (?<state>[a-z-]+)(, ""(?<note>[^""]+)"")?\)",
            (stage, said) => SetAsync(stage, States[said["state"].Value], said["note"] is { Success: true, Value: var note } ? note : null)),
        new(@"\(the desk is (?<how>down|up)\)", (stage, said) => stage.Bot.Desk.IsDown = said["how"].Value == "down"),
    ];

    private static async Task SetAsync(ChatStage stage, TicketState state, string? note)
    {
        await stage.Bot.ReadAsync(async db =>
        {
            var book = new DeskBook(db);
            return await book.WriteAsync(
                stage.Bot.Clock.GetUtcNow(),
                async at =>
                {
                    var newest = (await book.ListAsync([], default))[0];
                    book.Set((await book.FindAsync(newest.Number, default))!, state, DeskBook.ToRequester, note, at);
                    return 0;
                },
                default);
        });
        await stage.Bot.SettleAsync();
    }
}
