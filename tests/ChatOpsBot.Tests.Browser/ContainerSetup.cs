using System.Diagnostics;

namespace ChatOpsBot.Tests.Browser;

/// <summary>
/// Surroundings like those in a container: the program where somebody else put it, a user without rights, an empty home, no desktop, and
/// of the environment what a container sets.
/// </summary>
internal sealed class ContainerSetup
{
    // "nobody" of Debian, and of most other systems.
    private const string Nobody = "65534";

    private readonly DirectoryInfo _root;

    private ContainerSetup(DirectoryInfo root) => _root = root;

    public DirectoryInfo Home => new(Path.Combine(_root.FullName, "home"));

    private string App => Path.Combine(_root.FullName, "app");

    // Its installation from npm is left out: it would ask a registry.
    private string Playground => Path.Combine(_root.FullName, "playground");

    public static ContainerSetup Make(DirectoryInfo root)
    {
        var container = new ContainerSetup(root);
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        container.Home.Create();
        Directory.CreateDirectory(container.Playground);
        Run("cp", "-r", Path.Combine(built.Parent!.Parent!.FullName, "ChatOpsBot.Host", built.Name), container.App);
        Run("cp", "-r", Path.Combine(Tools.Npm, "node_modules"), container.Playground);
        Run("chmod", "-R", "a+rX", root.FullName);
        if (Environment.IsPrivilegedProcess)
            Run("chown", "-R", Nobody, container.Home.FullName, container.Playground);
        return container;
    }

    /// <summary>Has the bot started there.</summary>
    public void Enter(ProcessStartInfo start)
    {
        var (port, arguments) = (start.Environment["Playground__Port"], start.ArgumentList.Skip(1).ToList());
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/bin:/bin";
        start.Environment["HOME"] = Home.FullName;
        start.Environment["Playground__Port"] = port;
        start.Environment["Playground__Folder"] = Playground;
        start.WorkingDirectory = Home.FullName;
        start.ArgumentList.Clear();
        start.FileName = Environment.IsPrivilegedProcess ? "setpriv" : "dotnet";
        if (Environment.IsPrivilegedProcess)
            Add(start, $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", "--no-new-privs", "dotnet");
        Add(start, [Path.Combine(App, "ChatOpsBot.dll"), .. arguments]);
    }

    private static void Add(ProcessStartInfo start, params ReadOnlySpan<string> arguments)
    {
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
