namespace ChatOpsBot.Tests.Chats.Notation;

/// <summary>
/// The notation of chats: people's lines as in the tables below, remarks led by "#", and "bot: ..." for what the bot did, written by
/// CHATOPSBOT_ACCEPT=1. A new kind of line is an entry in one of the tables, or in a new table named here.
/// <para>A new card is written in full. One that replaces it is written in full too when it has another first line or is mostly new
/// ("changes the card to"), and otherwise as its changes:</para>
/// <code>
/// bot: updates the card Restore from a backup
///      ...                                  unchanged lines
///      Library: [PRODLIB]                   in the place of the line with the same label, here "Library: [ ]"
///      ... Business impact: [ ]              unchanged lines down to this one,
///      + ⚠ This is required.                below which a line is new
///      - Target library: [ ]                a line that is gone
/// </code>
/// </summary>
internal static class ChatLines
{
    private static readonly IReadOnlyList<ChatLine> Known =
        [.. PeopleLines.All, .. PressLines.All, .. TeamsLines.All, .. DeskLines.All, .. SearchLines.All];

    public static Task PlayAsync(string line, ChatStage stage)
    {
        var fitting = Known.Where(known => known.Fits(line)).ToList();
        return fitting.Count == 1
            ? fitting[0].PlayAsync(line, stage)
            : throw new FormatException($"{(fitting.Count == 0 ? "Not" : "Ambiguous")} in the notation of chats: {line}");
    }
}
