using System.CommandLine;
using System.Data.Common;
using ChatOpsBot.Host.Local;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>The whole command line. Results go to standard output, everything else to standard error.</summary>
internal static class BotCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Build().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            return ExitCodes.Usage;
        }

        try
        {
            // No time limit on ending: the host itself lets the turns that are being worked end before it does.
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception fault) when (Explain(fault) is { } lines)
        {
            foreach (var line in lines)
                await Console.Error.WriteLineAsync(line);
            return ExitCodes.Usage;
        }
    }

    private static RootCommand Build()
    {
        var noPlayground = new Option<bool>("--no-playground") { Description = "Do not start the Agents Playground." };
        var urls = new Option<string?>("--urls") { Description = "Where to listen. Default: http://localhost:3978." };
        var desk = new Option<string?>(DeskSandbox.Switch)
        {
            Description = "Play the support desk in a browser, with made-up cases. In local mode only.",
            HelpName = $"{DeskSandbox.IbmCloud}|{DeskSandbox.ServiceNow}",
        };
        desk.AcceptOnlyFromAmong(DeskSandbox.IbmCloud, DeskSandbox.ServiceNow);
        var everywhere = new GlobalOptions();
        var root = new RootCommand("ChatOps bot for IBM i Managed on PowerVS. Without a command it runs the bot.")
        {
            noPlayground,
            urls,
            desk,
            everywhere.Settings,
            everywhere.Development,
            AskCommand.Build(everywhere),
            ChatCommand.Build(everywhere),
            PlaygroundCommand.Build(everywhere, urls),
            MatrixCommand.Build(),
            RequestsCommand.Build(everywhere),
            DeliveriesCommand.Build(everywhere),
            PersonCommand.Build(everywhere),
            AuditCommand.Build(everywhere),
            ReporterKeyCommand.Build(),
            ServiceNowRuleCommand.Build(),
            PackageCommand.Build(everywhere),
            DoctorCommand.Build(everywhere),
            ReadyCommand.Build(everywhere, urls),
        };
        root.SetAction((parsed, cancel) => BotHost.RunAsync(
            everywhere.Arguments(parsed) with
            {
                Urls = parsed.GetValue(urls),
                WithPlayground = !parsed.GetValue(noPlayground),
                DeskSandbox = parsed.GetValue(desk),
            },
            cancel));
        return root;
    }

    /// <summary>Faults that an operator can mend, in a line each; null for a bug, which keeps its stack trace.</summary>
    private static IEnumerable<string>? Explain(Exception fault) => fault switch
    {
        StartFaultException => [fault.Message],
        OptionsValidationException options => options.Failures,
        AggregateException many when many.InnerExceptions.All(one => Explain(one) is not null) =>
            many.InnerExceptions.SelectMany(one => Explain(one)!),
        // A setting that cannot be read as its type, by the configuration binder.
        InvalidOperationException { InnerException: FormatException or ArgumentException } => [fault.Message],
        InvalidDataException => [OneLine(fault)],
        DbException => [$"The database cannot be used: {OneLine(fault)}"],
        // So a database that does not answer is wrapped: by the PostgreSQL provider on any call, by EF Core on saving.
        InvalidOperationException { InnerException: DbException cause } => Explain(cause),
        DbUpdateException { InnerException: DbException cause } => Explain(cause),
        IOException or UnauthorizedAccessException => [OneLine(fault)],
        _ => null,
    };

    private static string OneLine(Exception fault)
    {
        var innermost = fault.GetBaseException();
        var text = innermost == fault ? fault.Message : $"{fault.Message} {innermost.Message}";
        return text.ReplaceLineEndings(" ");
    }
}
