using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Application.Pages;

/// <summary>A responsibilities page as it lies on disk.</summary>
public static class PageFile
{
    // The longest of the real pages has 60 KB.
    private const long Longest = 5_000_000;

    /// <exception cref="PageFaultException">There is no such file, it may not be read, or it is too long.</exception>
    public static async Task<ResponsibilityMatrix> ReadAsync(FileInfo file, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            if (file.Exists && file.Length > Longest)
                throw new PageFaultException($"{file.Name} is longer than {Longest / 1_000_000} MB.");
            return MatrixReader.Read(await File.ReadAllTextAsync(file.FullName, cancel));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PageFaultException($"{file.Name} cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>The same for a page to answer from.</summary>
    /// <exception cref="PageFaultException">As above, or the page has no responsibilities.</exception>
    public static async Task<ResponsibilityMatrix> ReadFilledAsync(FileInfo file, CancellationToken cancel)
    {
        var page = await ReadAsync(file, cancel);
        return page.Rows.Count > 0
            ? page
            : throw new PageFaultException($"{file.Name} has no responsibilities that can be read. See: matrix check {file.Name}");
    }
}
