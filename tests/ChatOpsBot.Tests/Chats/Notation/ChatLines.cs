namespace ChatOpsBot.Tests.Chats.Notation;

/// <summary>
/// The notation of chats: people's lines as in the tables below, remarks led by "#", and "bot: ..." for what the bot did, written by
/// CHATOPSBOT_ACCEPT=1. A new kind of line is an entry in one of the tables, or in a new table named here.
/// </summary>
internal static class ChatLines
{
    private static readonly IReadOnlyList<ChatLine> Known = [.. PeopleLines.All, .. PressLines.All, .. TeamsLines.All, .. SearchLines.All];

    public static Task PlayAsync(string line, ChatStage stage)
    {
        var fitting = Known.Where(known => known.Fits(line)).ToList();
        return fitting.Count == 1
            ? fitting[0].PlayAsync(line, stage)
            : throw new FormatException($"{(fitting.Count == 0 ? "Not" : "Ambiguous")} in the notation of chats: {line}");
    }
}
