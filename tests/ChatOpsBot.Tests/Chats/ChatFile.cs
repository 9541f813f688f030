namespace ChatOpsBot.Tests.Chats;

/// <summary>The chat files beside the dialogs, by their path below dialogs/.</summary>
internal static class ChatFile
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Chats");

    public static IEnumerable<string> All => Directory.GetFiles(Folder, "*.chat", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file)).ReplaceLineEndings("\n");

    public static void Rewrite(string file, string text) => File.WriteAllText(Path.Combine(Source(), file), text);

    private static string Source()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChatOpsBot.sln")))
            folder = folder.Parent;

        return Path.Combine(
            folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository."), "dialogs");
    }
}
