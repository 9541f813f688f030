using System.Text;
using System.Text.RegularExpressions;

namespace ChatOpsBot.Tests.Chats;

/// <summary>
/// Plays the people's lines of a chat and writes down what the bot does. The notation:
/// <code>
/// # a remark
/// eva speaks de-DE                          language of a person's client; otherwise en-US
/// in #ops:                                  the place from here on; back with "in a personal chat:"
/// ana: @bot who applies PTFs?               somebody writes; @bot is a mention
/// (presses "Whole row")                     on the last card; also: choosing "...", as a message
/// (sends row.show task=Mainframe)           a press no card on the screen has
/// (again) (again with a new id)             Teams delivers the last activity again
/// (adds the bot) (upgrades the bot) (removes the bot) (loses the card) (restart) (31 minutes later)
/// bot: ...                                  what the bot did; written by CHATOPSBOT_ACCEPT=1
/// </code>
/// </summary>
internal sealed partial class ChatPlayer(ChatStage stage) : IAsyncDisposable
{
    private const string BotLine = "bot:";
    private const string Continued = "     ";

    public static async Task<ChatPlayer> StartAsync() => new(await ChatStage.StartAsync());

    /// <returns>The chat as it went: the people's lines as they stand, the bot's as they came.</returns>
    public async Task<string> PlayAsync(string chat)
    {
        var played = new StringBuilder();
        foreach (var line in chat.Split('\n').SkipLast(1).Where(line => !IsBots(line)))
        {
            played.Append(line).Append('\n');
            if (line.Length == 0 || line[0] == '#')
                continue;

            await PlayLineAsync(line);
            foreach (var happened in stage.TakeWhatHappened())
                played.Append(BotLine).Append(' ').Append(happened.Replace("\n", "\n" + Continued, StringComparison.Ordinal)).Append('\n');
        }

        return played.ToString();
    }

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    private static bool IsBots(string line) =>
        line.StartsWith(BotLine, StringComparison.Ordinal) || line.StartsWith(Continued, StringComparison.Ordinal);

    private Task PlayLineAsync(string line)
    {
        if (Says().Match(line) is { Success: true } says)
            return stage.SayAsync(says.Groups[1].Value, says.Groups[2].Value);
        if (Speaks().Match(line) is { Success: true } speaks)
            return stage.SetLocale(speaks.Groups[1].Value, speaks.Groups[2].Value);
        if (In().Match(line) is { Success: true } place)
            return stage.GoTo(place.Groups[1].Value);
        if (Presses().Match(line) is { Success: true } press)
            return stage.PressAsync(press.Groups[1].Value, press.Groups[2].Value, asMessage: press.Groups[3].Success);
        if (Sends().Match(line) is { Success: true } sends)
            return stage.SendPressAsync(sends.Groups[1].Value, sends.Groups[2].Value);
        if (Later().Match(line) is { Success: true } later)
            return stage.LetPassAsync(TimeSpan.FromMinutes(int.Parse(later.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));

        return line switch
        {
            "(again)" => stage.AgainAsync(newId: false),
            "(again with a new id)" => stage.AgainAsync(newId: true),
            "(restart)" => stage.RestartAsync(),
            "(adds the bot)" => stage.InstallAsync("add"),
            "(upgrades the bot)" => stage.InstallAsync("add-upgrade"),
            "(removes the bot)" => stage.InstallAsync("remove"),
            "(loses the card)" => stage.LoseCardAsync(),
            _ => throw new FormatException($"Not in the notation of chats: {line}"),
        };
    }

    [GeneratedRegex(@"^(\w+): (.+)$")]
    private static partial Regex Says();

    [GeneratedRegex(@"^(\w+) speaks ([\w-]+)$")]
    private static partial Regex Speaks();

    [GeneratedRegex("^in (#\\w+|a personal chat):$")]
    private static partial Regex In();

    [GeneratedRegex("^\\(presses \"([^\"]+)\"(?: choosing \"([^\"]+)\")?( as a message)?\\)$")]
    private static partial Regex Presses();

    [GeneratedRegex(@"^\(sends ([\w.]+)(?: (.+))?\)$")]
    private static partial Regex Sends();

    [GeneratedRegex(@"^\((\d+) minutes later\)$")]
    private static partial Regex Later();
}
