using System.CommandLine;
using ChatOpsBot.Application.Settings;
using ChatOpsBot.Connector;
using ChatOpsBot.Host.Local;
using ChatOpsBot.Storage;
using ChatOpsBot.Storage.Recovery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.CommandLine;

/// <summary><c>chat</c>: the bot in the terminal, for a machine without the Playground. Requests are saved and filed as in Teams.</summary>
internal static class ChatCommand
{
    public static Command Build(GlobalOptions everywhere)
    {
        var name = PersonOption.Build("Chat as another person of the same company, such as Ben: two people can then try an approval.");
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
            var turns = app.Services.GetRequiredService<TerminalTurns>();
            await new TerminalChat(turns, Console.In, Console.Out, await TenantAsync(app, cancel), parsed.GetValue(name)?.Trim())
                .RunAsync(cancel);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<string> TenantAsync(WebApplication app, CancellationToken cancel)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancel);
        await DatabaseStart.PrepareAsync(db, cancel);
        var own = app.Services.GetRequiredService<IOptions<ConnectorOptions>>().Value.TenantId;
        return TenantIds.AsTeamsWrites(own) ?? await new RecoveryStore(db).LocalTenantAsync(cancel) ?? PlaygroundContext.Tenant;
    }
}
