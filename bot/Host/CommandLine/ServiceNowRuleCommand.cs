using System.CommandLine;

namespace ChatOpsBot.Host.CommandLine;

/// <summary><c>servicenow-rule</c>: prints the business rule with which a ServiceNow instance tells the bot of changes at once.</summary>
internal static class ServiceNowRuleCommand
{
    private const string Resource = "servicenow-rule.js";

    public static Command Build()
    {
        var command = new Command("servicenow-rule", "Print the business rule with which ServiceNow tells the bot of changes at once.");
        command.SetAction(async (_, cancel) =>
        {
            using var reader = new StreamReader(typeof(ServiceNowRuleCommand).Assembly.GetManifestResourceStream(Resource)!);
            await Console.Out.WriteAsync((await reader.ReadToEndAsync(cancel)).AsMemory(), cancel);
            return ExitCodes.Ok;
        });
        return command;
    }
}
