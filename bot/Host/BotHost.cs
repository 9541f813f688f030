using System.Net.Sockets;
using ChatOpsBot.Application.Auditing;
using ChatOpsBot.Application.Cards;
using ChatOpsBot.Application.Channels;
using ChatOpsBot.Application.Desks;
using ChatOpsBot.Application.Files;
using ChatOpsBot.Application.Outbox;
using ChatOpsBot.Application.Pages;
using ChatOpsBot.Application.People;
using ChatOpsBot.Application.Recovery;
using ChatOpsBot.Application.Recovery.Announcing;
using ChatOpsBot.Application.Requests;
using ChatOpsBot.Application.Retention;
using ChatOpsBot.Application.Search;
using ChatOpsBot.Application.Settings;
using ChatOpsBot.Application.Settings.Approvals;
using ChatOpsBot.Application.Tickets;
using ChatOpsBot.Application.Turns;
using ChatOpsBot.Connector;
using ChatOpsBot.Connector.Outgoing.Pacing;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Host.DeskHooks;
using ChatOpsBot.Host.Health;
using ChatOpsBot.Host.Home;
using ChatOpsBot.Host.Local;
using ChatOpsBot.Host.Pages;
using ChatOpsBot.Host.Reporting;
using ChatOpsBot.Host.Telemetry;
using ChatOpsBot.Host.Tickets;
using ChatOpsBot.Host.Wall;
using ChatOpsBot.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host;

/// <summary>The running bot: web host, Teams, database.</summary>
public static class BotHost
{
    private const string Ready = "ready";

    /// <returns>The exit code: 0 after an orderly end.</returns>
    /// <exception cref="StartFaultException">The bot cannot start; the message says what to mend.</exception>
    public static async Task<int> RunAsync(BotHostArguments arguments, CancellationToken cancel)
    {
        await using var desk = await DeskSandbox.StartAsync(arguments.DeskSandbox);
        await using var app = Build(arguments, desk is null ? null : desk.Configure);
        // Before any part of the host is made: the first part that needs a wrong setting would tell of that one alone.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        desk?.SayWhere();
        try
        {
            await StartAsync(app, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested || app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to end before it was ready.
            return 0;
        }

        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    /// <param name="change">What a test replaces or adds before the host is built.</param>
    public static WebApplication Build(BotHostArguments arguments, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = arguments.Environment,
        });
        BotSettings.AddFiles(builder.Configuration, arguments.Settings);
        var urls = ListenAddresses.Read(arguments.Urls, builder.Configuration);
        // The ports are among the addresses by now; left there too, they would be told as overridden.
        builder.WebHost.UseUrls(urls).UseSetting(WebHostDefaults.HttpPortsKey, "");
        // Where systemd runs the bot, it hears when the bot is ready and when it ends (sd_notify); elsewhere this does nothing. Before
        // the logs, for which it chooses a form: settings have the last word.
        builder.Services.AddSystemd();
        AddLogging(builder);
        AddServices(builder.Services, arguments);
        change?.Invoke(builder);
        builder.AddTelemetry(urls);
        SettingsCheck.AddCheck(builder, urls);

        var app = builder.Build();
        app.MapMetrics();
        // First who it is: some limits are one for each. What asks for neither passes both by, as what Teams sends does.
        app.UseAuthorization();
        app.UseRateLimiter();
        app.MapConnector();
        app.MapReporting();
        app.MapDeskHooks();
        app.MapPageParts();
        app.MapWall();
        app.MapDeskPage();
        app.MapHome();
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = HealthReply.WriteAsync });
        app.MapHealthChecks(
            "/readyz", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = HealthReply.WriteAsync });
        return app;
    }

    private static async Task StartAsync(WebApplication app, CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            throw new StartFaultException(
                $"{fault.Message} Stop the program that listens there, or choose another address with --urls.", fault);
        }
        // FormatException: an address below Kestrel:Endpoints.
        catch (Exception fault) when (fault is SocketException or FormatException)
        {
            throw new StartFaultException(
                $"The bot cannot listen on the given address: {fault.Message.TrimEnd('.')}. Choose another address with --urls.", fault);
        }
        finally
        {
            // What runs in the background has ended before the host is taken from it: it is not to report that as a fault of its own.
            if (!app.Lifetime.ApplicationStarted.IsCancellationRequested)
                await app.StopAsync(CancellationToken.None);
        }
    }

    private static void AddServices(IServiceCollection services, BotHostArguments arguments)
    {
        // First: it starts beside everything else.
        services.AddPlayground(arguments.WithPlayground);
        services.AddStorage();
        services.AddMeasuring();
        services.AddConnector();
        // The rooms below bind and validate their own sections; their names are checked with all others.
        services.AddSingleton(SettingsSection.Of<StorageOptions>(StorageOptions.Section));
        services.AddSingleton(SettingsSection.Of<ConnectorOptions>(ConnectorOptions.Section));
        services.AddSingleton(SettingsSection.Of<PacingOptions>(PacingOptions.Section));
        services.AddApprovals();
        services.AddDesk();
        services.AddBot(MatrixLibrary.Shipped());
        services.AddFiles();
        services.AddTurns();
        services.AddSearching();
        services.AddRecovery();
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [Ready])
            .AddCheck<MatrixCheck>("matrix", tags: [Ready])
            .AddCheck<DispatcherCheck>("dispatcher", tags: [Ready])
            .AddCheck<OutboxCheck>("outbox", tags: [Ready]);
        services.AddSingleton<DispatcherCheck>();
        services.AddHostedService<DatabaseStart>();
        services.AddHostedService<PageLoop>();
        services.AddChannels();
        services.AddRetention();
        services.AddPeople();
        services.AddAuditing();
        // After the database: both begin with a look at it.
        services.AddAnnouncing();
        services.AddCards();
        services.AddOutbox();
        services.AddRequests();
        services.AddReporting();
        services.AddDeskHooks();
        services.AddTickets();
        services.AddPageParts();
        services.AddWall();
        services.AddDeskPage();
        services.AddHome();
    }

    // Standard output is for results; a collector of logs reads standard error as well.
    private static void AddLogging(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Services.Configure<SimpleConsoleFormatterOptions>(console => console.SingleLine = true);
        builder.Services.Configure<JsonConsoleFormatterOptions>(console =>
            (console.IncludeScopes, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "O"));
        builder.Services.Configure<ConsoleFormatterOptions>(console => console.IncludeScopes = true);
        var usual = SystemdHelpers.IsSystemdService() ? ConsoleFormatterNames.Systemd
            : builder.Environment.IsDevelopment() ? ConsoleFormatterNames.Simple
            : ConsoleFormatterNames.Json;
        var formatter = builder.Configuration["Logging:Console:FormatterName"] is { Length: > 0 } wanted ? wanted : usual;
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.FormatterName = formatter);
        builder.Logging.AddConsole();

        // A fault at the start ends the program and is told there, in one line; without this the host tells it as well, in fifty.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // Every fault of the database reaches the bot as an exception and is told by it.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical);
        builder.Services.Configure<ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
