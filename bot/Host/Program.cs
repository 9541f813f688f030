using ChatOpsBot.Host.CommandLine;

return await BotCommand.RunAsync(args);
