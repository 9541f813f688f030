using System.Diagnostics;
using System.Text;

namespace ChatOpsBot.Tests.Host;

/// <summary>The bot's program, run as a person or a script runs it.</summary>
internal static class BotProcess
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "ChatOpsBot.dll");

    public static async Task<(int Code, string Output, string Errors)> RunAsync(
        string[] arguments, string input = "", params (string Name, string Value)[] environment)
    {
        using var process = Start(arguments, environment);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    public static Process Start(string[] arguments, params (string Name, string Value)[] environment) =>
        Start("dotnet", [Program, .. arguments], environment);

    /// <summary>Another version of it.</summary>
    /// <param name="program">Its <c>ChatOpsBot.dll</c>.</param>
    public static Process StartOther(string program, string[] arguments, params (string Name, string Value)[] environment) =>
        Start("dotnet", [program, .. arguments], environment);

    /// <summary>Under a process called systemd, by which a service knows that it is one; that one passes on the signal to end.</summary>
    /// <param name="systemd">Where to lay that program's name.</param>
    public static Process StartAsService(FileInfo systemd, string[] arguments, params (string Name, string Value)[] environment)
    {
        File.CreateSymbolicLink(systemd.FullName, "/bin/sh");
        const string script = "dotnet \"$@\" & child=$!; trap 'kill -TERM $child' TERM; wait $child; wait $child";
        return Start(systemd.FullName, ["-c", script, "systemd", Program, .. arguments], environment);
    }

    private static Process Start(string program, string[] arguments, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        foreach (var name in new[] { "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT" })
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        return Process.Start(start)!;
    }
}
