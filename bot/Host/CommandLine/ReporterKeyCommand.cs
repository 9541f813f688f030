using System.CommandLine;
using ChatOpsBot.Application.Recovery.Reporting;

namespace ChatOpsBot.Host.CommandLine;

/// <summary><c>dr-key</c>: makes a key for a program that reports DR events, and the hash that settings take. Nothing is kept.</summary>
internal static class ReporterKeyCommand
{
    public static Command Build()
    {
        var command = new Command("dr-key", "Create a key for a program that reports DR events, and its hash for the settings.");
        command.SetAction(_ =>
        {
            var key = ReporterKey.New();
            Console.Out.WriteLine($"key:  {key}");
            Console.Out.WriteLine($"hash: {Convert.ToHexStringLower(ReporterKey.Hash(key))}");
            Console.Error.WriteLine(
                "The program sends the key (Authorization: Bearer <key>, or X-Api-Key: <key>); the hash goes into Recovery:Reporters:<n>:KeyHash.");
            return ExitCodes.Ok;
        });
        return command;
    }
}
