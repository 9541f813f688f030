using ChatOpsBot.Tests.House;

namespace ChatOpsBot.Tests.Manifest;

/// <summary>What these tests take from npm; without it they say so and are skipped, in CI they fail.</summary>
internal static class NpmPackages
{
    private static string Folder => Path.Combine(Repository.Root.FullName, "tests", "npm");

    public static string Script(string name) => Path.Combine(Folder, name);

    /// <summary>A schema that Microsoft ships in @microsoft/app-manifest.</summary>
    public static string Schema(string version, string name) =>
        Path.Combine(File("@microsoft/app-manifest", $"build/json-schemas/teams/v{version}"), name);

    /// <summary>A file of a package.</summary>
    public static string File(string package, string name)
    {
        var packages = Path.Combine(Folder, "node_modules");
        Need(Directory.Exists(packages), "No npm packages. Get them with: npm ci --prefix tests/npm");
        return Path.Combine([packages, .. package.Split('/'), .. name.Split('/')]);
    }

    public static void NeedNode() => Need(IsOnPath("node"), "No Node.js on the PATH.");

    /// <summary>Other programs that a test runs.</summary>
    public static void Need(params string[] programs)
    {
        foreach (var program in programs)
            Need(IsOnPath(program), $"No {program} on the PATH.");
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => System.IO.File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? $"{program}.exe" : program)));

    private static void Need(bool isThere, string reason)
    {
        if (isThere)
            return;

        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
        Assert.Skip(reason);
    }
}
