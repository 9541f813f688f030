namespace ChatOpsBot.Tests.Support;

/// <summary>Samples too large, or of unclear licence, to ship: a folder "shared" beside the checkout, where there is one.</summary>
internal static class SharedFolder
{
    /// <summary>The path of a file of it; null where the folder or the file is missing.</summary>
    public static string? File(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", name);
            if (System.IO.File.Exists(path))
                return path;
        }

        return null;
    }
}
