using System.CommandLine;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>
/// <c>ready</c>: asks the bot that runs here, by <c>GET /readyz</c>, whether it is ready. For the health check of a container whose image
/// holds no other program that could ask.
/// </summary>
internal static class ReadyCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

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
        // A proxy for outgoing calls does not reach this machine.
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(new Uri(bot, "/readyz"), cancel);
            Console.Out.WriteLine(await answer.Content.ReadAsStringAsync(cancel));
            return answer.IsSuccessStatusCode ? ExitCodes.Ok : ExitCodes.Negative;
        }
        catch (HttpRequestException fault)
        {
            return Silent(bot, fault.Message);
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Silent(bot, $"no answer within {Patience.TotalSeconds:0} seconds.");
        }
    }

    private static int Silent(Uri bot, string reason)
    {
        Console.Error.WriteLine($"The bot does not answer at {bot}: {reason}");
        return ExitCodes.Negative;
    }
}
