using ChatOpsBot.Application.Pages;
using ChatOpsBot.Domain.Matrix;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Health;

/// <summary>Whether the pages beside the matrix can be answered from.</summary>
internal static class PageFindings
{
    private const string Subject = "pages";

    /// <summary>None where no folder of pages is set.</summary>
    public static async Task<IReadOnlyList<Finding>> FindingsAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(services.GetRequiredService<IOptions<PageOptions>>().Value.Pages))
            return [];

        var folder = services.GetRequiredService<PageFolder>();
        try
        {
            await folder.LookAsync(cancel);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [new(Subject, FindingState.Fault, $"the folder cannot be listed: {fault.Message}")];
        }

        var pages = services.GetRequiredService<MatrixLibrary>().Beside;
        return
        [
            new(
                Subject,
                pages.Count > 0 ? FindingState.Good : FindingState.Open,
                $"{pages.Count} in use, {pages.Sum(page => page.Rows.Count)} rows."),
            .. folder.Faults.Select(fault => new Finding(Subject, FindingState.Fault, fault)),
        ];
    }
}
