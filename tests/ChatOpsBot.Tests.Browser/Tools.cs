namespace ChatOpsBot.Tests.Browser;

/// <summary>What these tests need from the machine: Node.js, Chromium, and the npm packages of tests/npm.</summary>
internal static class Tools
{
    private static readonly string[] Endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];

    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FolderWith("ChatOpsBot.sln");

    /// <summary>The folder of node_modules.</summary>
    public static string Npm => Path.Combine(Root, "tests", "npm");

    public static string? Chromium => Environment.GetEnvironmentVariable("CHATOPSBOT_TEST_CHROMIUM") ?? OnPath(Browsers);

    /// <summary>Full path of a program that is on the PATH.</summary>
    public static string Program(string name) => OnPath(name) ?? throw new FileNotFoundException($"{name} is not on the PATH.");

    /// <summary>Skips the test where something is missing, and says what; fails it in CI, where nothing may be.</summary>
    public static void Need() => Need(Missing());

    /// <summary>The same for a test that looks at the bot's own pages: it needs Chromium alone.</summary>
    public static void NeedChromium() => Need(WithoutChromium());

    private static void Need(string? missing)
    {
        if (missing is not { } reason)
            return;

        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
        Assert.Skip(reason);
    }

    private static string? Missing()
    {
        if (OnPath("node") is null)
            return "No Node.js on the PATH.";
        if (WithoutChromium() is { } reason)
            return reason;
        return Directory.Exists(Path.Combine(Npm, "node_modules")) ? null : "No npm packages. Get them with: npm ci --prefix tests/npm";
    }

    private static string? WithoutChromium() =>
        Chromium is null ? "No Chromium: none on the PATH, and CHATOPSBOT_TEST_CHROMIUM is not set." : null;

    private static string? OnPath(params string[] names) =>
        (from name in names
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         from ending in Endings
         let file = Path.Combine(folder, name + ending)
         where File.Exists(file)
         select file).FirstOrDefault();

    private static string FolderWith(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, file)))
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds {file}.");
        return folder.FullName;
    }
}
