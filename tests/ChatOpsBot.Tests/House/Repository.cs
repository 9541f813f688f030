using System.Xml.Linq;

namespace ChatOpsBot.Tests.House;

/// <summary>The source tree these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] NotSource = ["artifacts", "node_modules", ".git", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static DirectoryInfo Root { get; } = Find();

    /// <summary>The version of the product.</summary>
    public static string Version => XDocument.Parse(Read("Directory.Build.props")).Descendants("Version").Single().Value;

    /// <summary>Files of ours by their path from the root, with forward slashes.</summary>
    public static IEnumerable<string> Files(string pattern) => Files(Root, pattern)
        .Select(file => Path.GetRelativePath(Root.FullName, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root.FullName, path));

    private static IEnumerable<string> Files(DirectoryInfo folder, string pattern) =>
        folder
            .EnumerateFiles(pattern)
            .Select(file => file.FullName)
            .Concat(
                folder.EnumerateDirectories().Where(inner => !NotSource.Contains(inner.Name)).SelectMany(inner => Files(inner, pattern)));

    private static DirectoryInfo Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChatOpsBot.sln")))
            folder = folder.Parent;

        return folder ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
