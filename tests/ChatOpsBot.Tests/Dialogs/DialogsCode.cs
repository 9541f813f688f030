namespace ChatOpsBot.Tests.Dialogs;

/// <summary>The source of the dialogs, for rules that only the source can show.</summary>
internal static class DialogsCode
{
    public static IEnumerable<(string Name, string Text)> Files() =>
        Directory.EnumerateFiles(Folder(), "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path)));

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ChatOpsBot.sln")))
                return Path.Combine(folder.FullName, "dialogs");
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
