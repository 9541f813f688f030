using System.CommandLine;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>
/// <c>ready</c>: asks the bot that runs here, by <c>GET /readyz</c>, whether it is ready. For the health check of a container whose image
/// holds no other program that could ask.
/// </summary>
internal static class ReadyCommand
{
    public static Command Build(GlobalOptions everywhere, Option<string?> urls)
    {
        var command = new Command("ready", "Ask the bot running on this machine whether it is ready; exit code 0 if it is.") { urls };
        command.SetAction((parsed, cancel) =>
        {
            var arguments = everywhere.Arguments(parsed);
            var listens = ListenAddresses.Read(parsed.GetValue(urls), BotSettings.Read(arguments.Settings, arguments.Environment));
            return AskAsync(ListenAddresses.First(listens), cancel);
        });
        return command;
    }

    private static async Task<int> AskAsync(Uri bot, CancellationToken cancel)
    {
        try
        {
            var (isWell, text) = await RunningBot.GetAsync(bot, "/readyz", cancel);
            Console.Out.WriteLine(text);
            return isWell ? ExitCodes.Ok : ExitCodes.Negative;
        }
        catch (HttpRequestException fault)
        {
            await Console.Error.WriteLineAsync($"The bot does not answer at {bot}: {fault.Message}");
            return ExitCodes.Negative;
        }
    }
}
