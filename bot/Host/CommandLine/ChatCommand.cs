using System.CommandLine;
using ChatOpsBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatOpsBot.Host.CommandLine;

/// <summary><c>chat</c>: the bot in the terminal, for a machine without the Playground. Requests are saved and filed as in Teams.</summary>
internal static class ChatCommand
{
    public static Command Build(GlobalOptions everywhere)
    {
        var name = new Option<string?>("--as")
        {
            Description = "Chat as another person of the same company, such as Ben: two people can then try an approval.",
            HelpName = "name",
        };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { } typed || string.IsNullOrWhiteSpace(typed))
                result.AddError("--as needs a name, such as Ben.");
        });
        var command = new Command("chat", "Talk to the bot in the terminal.") { name };
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
            await new TerminalChat(turns, Console.In, Console.Out, parsed.GetValue(name)?.Trim()).RunAsync(cancel);
            return ExitCodes.Ok;
        });
        return command;
    }
}
