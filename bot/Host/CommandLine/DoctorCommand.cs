using System.CommandLine;
using ChatOpsBot.Host.Health;

namespace ChatOpsBot.Host.CommandLine;

/// <summary><c>doctor</c>: checks what the bot needs and says what to mend.</summary>
internal static class DoctorCommand
{
    public static Command Build(GlobalOptions everywhere)
    {
        var command = new Command("doctor", "Check configuration, database, desk and tokens, and say what to fix.");
        command.SetAction(async (parsed, cancel) =>
        {
            await using var app = BotHost.Build(everywhere.Arguments(parsed) with { WithPlayground = false });
            var findings = await Doctor.ExamineAsync(app.Services, cancel);
            foreach (var finding in findings)
                Console.Out.WriteLine($"{Mark(finding.State),-5} {finding.Subject}: {finding.Text}");

            return findings.Any(finding => finding.State == FindingState.Fault) ? ExitCodes.Negative : ExitCodes.Ok;
        });
        return command;
    }

    private static string Mark(FindingState state) => state switch
    {
        FindingState.Good => "ok",
        FindingState.Fault => "FAIL",
        _ => "--",
    };
}
