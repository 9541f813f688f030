using System.CommandLine;
using ChatOpsBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.CommandLine;

/// <summary><c>chat</c>: the bot in the terminal, for a machine without the Playground. Requests are saved and filed as in Teams.</summary>
internal static class ChatCommand
{
    public static Command Build(GlobalOptions everywhere)
    {
        var command = new Command("chat", "Talk to the bot in the terminal.");
        command.SetAction(async (parsed, cancel) =>
        {
            await using var app = BotHost.Build(
                everywhere.Arguments(parsed) with { WithPlayground = false },
                builder =>
                {
                    builder.Logging.ClearProviders();
                    builder.Services.AddSingleton<TerminalOutbox>().AddSingleton<TerminalTurns>();
                });
            await using (var db = await app.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancel))
                await DatabaseStart.PrepareAsync(db, cancel);

            var turns = app.Services.GetRequiredService<TerminalTurns>();
            await new TerminalChat(turns, Console.In, Console.Out).RunAsync(cancel);
            return ExitCodes.Ok;
        });
        return command;
    }
}
