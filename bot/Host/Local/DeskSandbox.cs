using ChatOpsBot.Connector;
using ChatOpsBot.Connector.Trust;
using ChatOpsBot.Sandbox.IbmCloud;
using ChatOpsBot.Sandbox.ServiceNow;
using ChatOpsBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host.Local;

/// <summary>
/// A support desk that somebody plays in a browser, for one run in local mode. It has a database of its own: what is filed there is known
/// to no other desk, and the desk's numbers start again with each run.
/// </summary>
internal sealed class DeskSandbox : IAsyncDisposable
{
    public const string Switch = "--desk-sandbox";
    public const string IbmCloud = "ibm";
    public const string ServiceNow = "servicenow";

    private const string WatchEvery = "00:00:02";

    private readonly IAsyncDisposable _desk;
    private readonly IEnumerable<(string Key, string Value)> _settings;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-desk-sandbox-");

    private DeskSandbox(IAsyncDisposable desk, Uri page, IEnumerable<(string Key, string Value)> settings) =>
        (_desk, Page, _settings) = (desk, page, settings);

    public Uri Page { get; }

    private string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(_folder.FullName, "chatopsbot.db"),
        Pooling = false,
    }.ConnectionString;

    /// <param name="desk">Which product is played; null for none.</param>
    public static async Task<DeskSandbox?> StartAsync(string? desk)
    {
        switch (desk)
        {
            case null:
                return null;
            case IbmCloud:
                var ibm = await FakeIbmCloud.StartAsync();
                return new(
                    ibm,
                    ibm.Page,
                    [
                        .. ibm.Settings.ExceptBy(["Desk:IbmCloud:WatchEvery"], it => it.Key),
                        ("Desk:IbmCloud:WatchEvery", WatchEvery),
                        ("Desk:IbmCloud:CasePage", $"{ibm.Page}/cases/{{number}}"),
                    ]);
            default:
                var instance = await FakeServiceNow.StartAsync();
                return new(instance, instance.Page, instance.Settings);
        }
    }

    /// <summary>Leads the bot to the played desk: above all other settings, for this run.</summary>
    /// <exception cref="StartFaultException">The bot is not in local mode.</exception>
    public void Configure(WebApplicationBuilder builder)
    {
        var registration = builder.Configuration.GetSection(ConnectorOptions.Section).Get<ConnectorOptions>() ?? new();
        if (!new LocalPlaygroundMode(builder.Environment, Options.Create(registration)).IsOn)
            throw new StartFaultException(
                $"{Switch} is for trying the bot on your own machine: it works in the environment Development (--dev) without a registration below {ConnectorOptions.Section}. People's requests would go to a desk that nobody works at.");

        // Also those requests that a route would send elsewhere.
        var kind = _settings.First(it => it.Key == "Desk:Kind").Value;
        builder.Configuration
            .AddInMemoryCollection(_settings.Select(it => KeyValuePair.Create(it.Key, (string?)it.Value)))
            .AddInMemoryCollection(builder.Configuration.GetSection("Desk:Routes").GetChildren().ToDictionary(it => $"{it.Path}:Kind", _ => (string?)kind))
            .AddInMemoryCollection([
                new("Desk:WatchEvery", WatchEvery),
                new("Storage:Provider", nameof(StorageProvider.Sqlite)),
                new("Storage:ConnectionString", ConnectionString),
            ]);
    }

    public void SayWhere() =>
        Console.Out.WriteLine($"Open {Page} to play the support desk. (This run has its own database; both are forgotten when it ends.)");

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
