using System.CommandLine;
using ChatOpsBot.Connector;
using ChatOpsBot.Host.TeamsApp;

namespace ChatOpsBot.Host.CommandLine;

/// <summary><c>package</c>: writes the app package that is uploaded to Teams.</summary>
internal sealed class PackageCommand
{
    private readonly GlobalOptions _everywhere;
    private readonly Option<string?> _bot = new("--app-id")
    {
        Description = "Application (client) id of the bot's registration. Default: the setting Teams:AppId.",
    };
    private readonly Option<string?> _domain = new("--domain")
    {
        Description = "Host name where Teams reaches the bot, such as bot.example.com.",
    };
    private readonly Option<string?> _app = new("--teams-app-id")
    {
        Description = "Id of the app in your Teams catalogue. Default: derived from the bot's id, always the same.",
    };
    private readonly Option<string?> _name = new("--developer-name")
    {
        Description = "Who operates this bot, at most 32 characters. Default: the domain.",
    };
    private readonly Option<string?> _site = new("--developer-site")
    {
        Description = "Your page about the bot (https). Default: the domain.",
    };
    private readonly Option<string?> _privacy = new("--privacy-page")
    {
        Description = "Your privacy page (https). Default: /privacy on the site.",
    };
    private readonly Option<string?> _terms = new("--terms-page")
    {
        Description = "Your terms of use (https). Default: /terms on the site.",
    };
    private readonly Option<FileInfo?> _out = new("--out") { Description = $"The file to write. Default: {DefaultName} in this folder." };
    private readonly Option<bool> _force = new("--force") { Description = "Replace a file that is not a package of this app." };

    private PackageCommand(GlobalOptions everywhere) => _everywhere = everywhere;

    private static string DefaultName => $"chatopsbot-{ProductVersion.Text}.zip";

    public static Command Build(GlobalOptions everywhere) => new PackageCommand(everywhere).Build();

    private Command Build()
    {
        var command = new Command("package", "Write the app package to upload to Teams.")
        {
            _bot,
            _domain,
            _app,
            _name,
            _site,
            _privacy,
            _terms,
            _out,
            _force,
        };
        command.SetAction(
            async (parsed, cancel) =>
                PackageOptionsValidator.Read(Typed(parsed)) switch
                {
                    PackageOptionsResult.Right right => await WriteAsync(right.Order, parsed, cancel),
                    PackageOptionsResult.Wrong wrong => await RefuseAsync(wrong.Faults),
                    var other => throw new InvalidOperationException($"{other} is no reading."),
                });
        return command;
    }

    private PackageOptions Typed(ParseResult parsed)
    {
        var arguments = _everywhere.Arguments(parsed);
        var settings = BotSettings.Read(arguments.Settings, arguments.Environment).GetSection(ConnectorOptions.Section);
        return new()
        {
            BotAppId = parsed.GetValue(_bot) ?? settings[nameof(ConnectorOptions.AppId)],
            TeamsAppId = parsed.GetValue(_app),
            Domain = parsed.GetValue(_domain),
            DeveloperName = parsed.GetValue(_name),
            DeveloperSite = parsed.GetValue(_site),
            PrivacyPage = parsed.GetValue(_privacy),
            TermsPage = parsed.GetValue(_terms),
        };
    }

    private async Task<int> WriteAsync(PackageContent order, ParseResult parsed, CancellationToken cancel)
    {
        var file = parsed.GetValue(_out) ?? new FileInfo(DefaultName);
        await PackageFile.WriteAsync(file, AppPackage.Make(order), order.TeamsAppId, parsed.GetValue(_force), cancel);
        Console.Out.WriteLine(file.FullName);
        foreach (var line in NextSteps(order))
            await Console.Error.WriteLineAsync(line);
        return ExitCodes.Ok;
    }

    private static async Task<int> RefuseAsync(IReadOnlyList<string> faults)
    {
        foreach (var fault in faults)
            await Console.Error.WriteLineAsync(fault);
        return ExitCodes.Usage;
    }

    private static IEnumerable<string> NextSteps(PackageContent order) =>
        [
            $"Version {ProductVersion.Text}, Teams app {order.TeamsAppId}, bot {order.BotAppId}.",
            $"1. Azure Bot: messaging endpoint {order.Endpoint}, channel Microsoft Teams.",
            "2. Upload the file: Teams admin center, Manage apps, Upload new app; for yourself alone: Teams, Apps, Manage your apps, Upload an app.",
            $"3. Make sure that your pages exist: {order.DeveloperSite}, {order.PrivacyPage}, {order.TermsPage}",
            "4. Add the app in Teams and say: help",
            "manifest/README.md has all the steps, and what error messages mean.",
        ];
}
