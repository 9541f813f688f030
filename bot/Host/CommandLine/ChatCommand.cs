using System.CommandLine;

namespace ChatOpsBot.Host.CommandLine;

/// <summary><c>chat</c>: the bot in the terminal, for a machine without the Playground.</summary>
internal static class ChatCommand
{
    public static Command Build(GlobalOptions everywhere)
    {
        var command = new Command("chat", "Talk to the bot in the terminal.");
        command.SetAction(async (parsed, cancel) =>
        {
            await using var bot = PocketBot.Make(parsed.GetValue(everywhere.Settings), page: null);
            await new TerminalChat(bot, Console.In, Console.Out).RunAsync(cancel);
            return ExitCodes.Ok;
        });
        return command;
    }
}
