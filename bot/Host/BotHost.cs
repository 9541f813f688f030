using ChatOpsBot.Connector;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Host.Health;
using ChatOpsBot.Host.Local;
using ChatOpsBot.Host.Turns;
using ChatOpsBot.Storage;

namespace ChatOpsBot.Host;

/// <summary>The running bot: web host, Teams, database.</summary>
public static class BotHost
{
    private const string DefaultAddress = "http://localhost:3978";

    public static async Task<int> RunAsync(BotHostArguments arguments, CancellationToken cancel)
    {
        await using var app = Build(arguments);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException fault) when (fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new StartFaultException($"{fault.Message} End the program that listens there, or choose another address with --urls.", fault);
        }

        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    /// <param name="change">What a test replaces or adds before the host is built.</param>
    public static WebApplication Build(BotHostArguments arguments, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        BotSettings.Read(builder.Configuration, arguments.Settings);
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls(arguments.Urls ?? builder.Configuration["Urls"] ?? DefaultAddress);
        AddLogging(builder);
        AddServices(builder.Services, arguments);
        change?.Invoke(builder);

        var app = builder.Build();
        app.MapConnector();
        app.MapHealth();
        return app;
    }

    private static void AddServices(IServiceCollection services, BotHostArguments arguments)
    {
        services.AddRouting();
        services.AddBot(MatrixLibrary.Shipped());
        services.AddStorage();
        services.AddConnector();
        services.AddTurns();
        services.AddHealth();
        services.AddHostedService<DatabaseStart>();
        services.AddHostedService<InboxCleaner>();
        services.AddPlayground(arguments.WithPlayground);
    }

    private static void AddLogging(WebApplicationBuilder builder)
    {
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        // Standard output is for results; a log collector reads standard error as well.
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (builder.Environment.IsDevelopment())
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        else
            builder.Logging.AddJsonConsole(console => (console.IncludeScopes, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "O"));
    }
}
