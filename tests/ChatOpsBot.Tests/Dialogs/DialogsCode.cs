namespace ChatOpsBot.Tests.Dialogs;

/// <summary>The source of the dialogs, for rules that only the source can show.</summary>
internal static class DialogsCode
{
    private static readonly string[] Kinds = ["*.cs", "*.razor"];

    private static readonly string[] Speaking =
    [
        "dialogs", "bot/Domain/Requests", "bot/Application", "bot/Host/Home", "bot/Host/Pages", "bot/Host/Tickets", "bot/Host/Wall",
    ];

    public static IEnumerable<(string Name, string Text)> Files(string folder = "dialogs") =>
        Kinds
            .SelectMany(files => Directory.EnumerateFiles(Folder(folder), files, SearchOption.AllDirectories))
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path)));

    /// <summary>
    /// Every file that names sentences: the dialogs, what is wrong with a value, and what the owner of a request is told.
    /// </summary>
    public static IEnumerable<string> FilesThatSpeak() =>
        Speaking.SelectMany(Files).Select(file => file.Text);

    public static string Folder(string below)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ChatOpsBot.sln")))
                return Path.Combine(folder.FullName, below);
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
