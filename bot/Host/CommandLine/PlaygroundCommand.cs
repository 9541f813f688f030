using System.CommandLine;
using ChatOpsBot.Host.Local;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.CommandLine;

/// <summary><c>playground --as Ben</c>: a second Teams-like client, for another person, at the bot that runs on this machine.</summary>
internal static class PlaygroundCommand
{
    public static Command Build(GlobalOptions everywhere, Option<string?> urls)
    {
        var name = PersonOption.Build("Who chats there, such as Ben.");
        name.Required = true;
        var command = new Command("playground", "Open a second Teams-like client, as another person, at the bot running on this machine.")
        {
            name,
            urls,
        };
        command.SetAction((parsed, cancel) =>
        {
            var arguments = everywhere.Arguments(parsed);
            var settings = BotSettings.Read(arguments.Settings, arguments.Environment);
            var bot = ListenAddresses.First(ListenAddresses.Read(parsed.GetValue(urls), settings));
            var options = settings.GetSection(PlaygroundOptions.Section).Get<PlaygroundOptions>() ?? new();
            return RunAsync(PlaygroundPerson.Named(parsed.GetValue(name)!), bot, options, cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(PlaygroundPerson person, Uri bot, PlaygroundOptions options, CancellationToken cancel)
    {
        if (await FaultAsync(person, bot, cancel) is { } fault)
        {
            await Console.Error.WriteLineAsync(fault);
            return ExitCodes.Negative;
        }

        if (PlaygroundInstall.Program("node") is not { } node)
        {
            await Console.Error.WriteLineAsync($"Node.js is not installed. Without it: dotnet run --project bot/Host -- chat --as {person.Name}");
            return ExitCodes.Negative;
        }

        var chats = new PlaygroundChats(Options.Create(options), NullLogger<PlaygroundChats>.Instance);
        var end = await PlaygroundInstall.EnsureAsync(options.Folder, Console.Out.WriteLine, cancel)
            ?? await chats.RunAsync(node, person, new Uri(bot, "/api/messages").AbsoluteUri, SayReady, cancel);
        if (end is null)
            return ExitCodes.Ok;

        await Console.Error.WriteLineAsync(end);
        return ExitCodes.Negative;
    }

    private static async Task<string?> FaultAsync(PlaygroundPerson person, Uri bot, CancellationToken cancel)
    {
        if (person == PlaygroundPerson.First)
            return $"{person.Name} chats in the Playground that the bot starts by itself. Choose another name, such as Ben.";

        try
        {
            await RunningBot.GetAsync(bot, "/healthz", cancel);
            return null;
        }
        catch (HttpRequestException)
        {
            return $"No bot answers at {bot}. Start it first, in another terminal: dotnet run --project bot/Host";
        }
    }

    private static void SayReady(PlaygroundChat chat) =>
        Console.Out.WriteLine($"Open {chat.Page} to chat as {chat.Person.Name}. (Ctrl+C ends it.)");
}
