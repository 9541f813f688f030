using ChatOpsBot.Connector;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Host.Health;
using ChatOpsBot.Host.Local;
using ChatOpsBot.Host.Turns;
using ChatOpsBot.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Host;

/// <summary>The running bot: web host, Teams, database.</summary>
public static class BotHost
{
    private const string DefaultAddress = "http://localhost:3978";
    private const string Ready = "ready";

    /// <returns>The exit code: 0 after an orderly end.</returns>
    /// <exception cref="StartFaultException">The bot cannot start; the message says what to mend.</exception>
    public static async Task<int> RunAsync(BotHostArguments arguments, CancellationToken cancel)
    {
        await using var app = Build(arguments);
        // Before any part of the host is made: the first part that needs a wrong setting would tell of that one alone.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            throw new StartFaultException($"{fault.Message} End the program that listens there, or listen elsewhere with --urls.", fault);
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
        BotSettings.AddNamed(builder.Configuration, arguments.Settings);
        builder.WebHost.UseUrls(arguments.Urls ?? builder.Configuration["Urls"] ?? DefaultAddress);
        AddLogging(builder);
        AddServices(builder.Services, arguments);
        change?.Invoke(builder);

        var app = builder.Build();
        app.MapConnector();
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/readyz", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
        return app;
    }

    private static void AddServices(IServiceCollection services, BotHostArguments arguments)
    {
        services.AddStorage();
        services.AddConnector();
        services.AddBot(MatrixLibrary.Shipped());
        services.AddOptions<TurnOptions>().BindConfiguration(TurnOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TurnOptions>>(new OptionsRule<TurnOptions>(options => options.Faults()));
        services.AddSingleton<AnswerMemory>();
        services.AddSingleton<EffectWriter>();
        services.AddSingleton<AnswerTurn>();
        services.AddSingleton<ArrivalTurn>();
        services.AddSingleton<IActivityHandler, TurnPipeline>();
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [Ready])
            .AddCheck<MatrixCheck>("matrix", tags: [Ready]);
        services.AddHostedService<DatabaseStart>();
        services.AddHostedService<InboxCleaner>();
        services.AddHostedService<WarmUp>();
        services.AddOptions<PlaygroundOptions>().BindConfiguration(PlaygroundOptions.Section);
        services.PostConfigure<PlaygroundOptions>(options => options.Enabled &= arguments.WithPlayground);
        services.AddHostedService<Playground>();
    }

    // Standard output is for results; a collector of logs reads standard error as well.
    private static void AddLogging(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        if (builder.Environment.IsDevelopment())
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        else
            builder.Logging.AddJsonConsole(console => (console.IncludeScopes, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "O"));

        // A fault at the start ends the program and is told there, in one line; without this the host tells it as well, in fifty.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // A failed save comes back to the code that asked, which tries again or logs it; two arrivals at once lose a race as a matter of course.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Critical);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.Critical);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
