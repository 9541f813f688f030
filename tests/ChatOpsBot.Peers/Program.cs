using ChatOpsBot.Peers;

// What the bot is measured beside: "empty" or "echo", then the arguments of a web host.
switch (args)
{
    case ["empty", .. var more]:
        await EmptyAnswers.RunAsync(more);
        return 0;
    case ["echo", .. var more]:
        await EchoHost.RunAsync(more);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Say which one: empty or echo.");
        return 2;
}
