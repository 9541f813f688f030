using System.CommandLine;
using ChatOpsBot.Application.Pages;
using ChatOpsBot.Domain.Matrix;

namespace ChatOpsBot.Host.CommandLine;

/// <summary><c>matrix check</c>: what a responsibilities page says, and what of it could not be read.</summary>
internal static class MatrixCommand
{
    public static Command Build()
    {
        var page = new Argument<FileInfo>("page") { Description = "A responsibilities page in Markdown or HTML." };
        var json = new Option<bool>("--json") { Description = "Write one JSON object." };
        var check = new Command("check", "Check a page: what was found, what could not be read, and where.") { page, json };
        check.SetAction(async (parsed, cancel) =>
        {
            var matrix = await ReadAsync(parsed.GetValue(page)!, cancel);
            var report = MatrixReport.Of(matrix);
            Console.Out.WriteLine(parsed.GetValue(json) ? report.ToJson() : report.ToText().TrimEnd());
            return matrix.Rows.Count > 0 ? ExitCodes.Ok : ExitCodes.Negative;
        });
        return new Command("matrix", "Work with responsibilities pages.") { check };
    }

    private static async Task<ResponsibilityMatrix> ReadAsync(FileInfo page, CancellationToken cancel)
    {
        try
        {
            return await PageFile.ReadAsync(page, cancel);
        }
        catch (PageFaultException fault)
        {
            throw new StartFaultException(fault.Message, fault);
        }
    }
}
