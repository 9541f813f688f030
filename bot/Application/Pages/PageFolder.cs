using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Pages;

/// <summary>Puts the pages of a folder beside the matrix, and keeps them as the folder has them. A new version that cannot be answered
/// from leaves the one before in use.</summary>
/// <remarks>For one caller at a time.</remarks>
public sealed class PageFolder(IOptions<PageOptions> options, MatrixLibrary library, SentenceReader sentences, ILogger<PageFolder> log)
{
    /// <summary>Pages at most; every question that the matrix does not answer is looked for in all of them.</summary>
    public const int MostPages = 100;

    // A version with less than half of the rows is rather one that is still being written.
    private const int LeastShareOfRows = 2;

    private readonly Dictionary<string, ReadPage> _pages = new(StringComparer.Ordinal);

    /// <summary>What is wrong with the folder's files now, one sentence each.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>Reads what has changed since the last look.</summary>
    /// <exception cref="IOException">The folder cannot be listed; what was read stays in use.</exception>
    public async Task LookAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(options.Value.Pages))
            return;

        var files = new DirectoryInfo(options.Value.Pages).EnumerateFiles("*.md").OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        var changed = Forget(files);
        foreach (var file in files.Take(MostPages))
            changed |= await LookAsync(file, cancel);

        Faults =
        [
            .. _pages.Values.Select(page => page.Fault).OfType<string>(),
            .. files.Count > MostPages ? [$"Only the first {MostPages} of {files.Count} pages are in use."] : Array.Empty<string>(),
        ];
        if (changed)
            library.Put([.. files.Select(file => _pages.GetValueOrDefault(file.Name)?.InUse).OfType<ResponsibilityMatrix>()]);
    }

    private bool Forget(List<FileInfo> files)
    {
        var gone = _pages.Keys.Except(files.Take(MostPages).Select(file => file.Name)).ToList();
        foreach (var name in gone)
        {
            _pages.Remove(name);
            log.PageRemoved(name);
        }

        return gone.Count > 0;
    }

    private async Task<bool> LookAsync(FileInfo file, CancellationToken cancel)
    {
        var version = (file.LastWriteTimeUtc, file.Length);
        var before = _pages.GetValueOrDefault(file.Name);
        if (before?.Version == version)
            return false;

        var (page, fault) = await ReadAsync(file, before?.InUse, cancel);
        _pages[file.Name] = new(version, page ?? before?.InUse, fault);
        if (fault is not null)
            log.PageNotRead(fault);
        if (page is null)
            return false;

        sentences.Learn(page);
        log.PageRead(file.Name, page.Rows.Count, page.Warnings.Count);
        return true;
    }

    private static async Task<(ResponsibilityMatrix? Page, string? Fault)> ReadAsync(
        FileInfo file, ResponsibilityMatrix? inUse, CancellationToken cancel)
    {
        try
        {
            var page = await PageFile.ReadFilledAsync(file, cancel);
            return inUse is null || page.Rows.Count * LeastShareOfRows >= inUse.Rows.Count
                ? (page.Named(Path.GetFileNameWithoutExtension(file.Name)), null)
                : (null, $"{file.Name} has {page.Rows.Count} rows where it had {inUse.Rows.Count}; the version before stays in use. "
                    + "If that is right, take the file out of the folder, wait until it is no longer in use, and put it back.");
        }
        catch (PageFaultException fault)
        {
            return (null, inUse is null ? fault.Message : $"{fault.Message} The version before stays in use.");
        }
    }

    private sealed record ReadPage((DateTime Written, long Length) Version, ResponsibilityMatrix? InUse, string? Fault);
}
