using ChatOpsBot.Connector.Outgoing;
using ChatOpsBot.Connector.Schema;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Host;
using ChatOpsBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatOpsBot.Tests.Browser.People;

/// <summary>A bot with a topic of the tests beside its own, and people who each sit at a Playground of their own.</summary>
public sealed class Company : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-company-");
    private readonly Uri _bot = new($"http://localhost:{Ports.Free()}");
    private readonly List<Playground> _playgrounds = [];
    private WebApplication? _app;
    private Chromium? _browser;

    /// <summary>Settings of the bot, as in its settings file; read when the first chat is opened.</summary>
    internal Dictionary<string, string?> Settings { get; } = [];

    /// <summary>Opens the personal chat of that person. Skips the test where a tool is missing.</summary>
    internal async Task<ChatWindow> OpenChatAsync(Person person)
    {
        Tools.Need();
        _app ??= await StartBotAsync();
        _browser ??= await Chromium.StartAsync();
        var isFirst = _playgrounds.All(playground => playground.Person != person);
        if (isFirst)
            _playgrounds.Add(await Playground.StartAsync(_bot, person));

        var chat = new ChatWindow(await _browser.OpenAsync(1280, 900));
        await chat.OpenAsync(At(person).Address);
        if (isFirst)
            await chat.GreetedAsync();
        return chat;
    }

    /// <summary>The bot speaks to somebody by itself, or changes what it said.</summary>
    /// <returns>The message's id.</returns>
    internal async Task<string> TellAsync(Person person, OutgoingActivity message, string? instead = null)
    {
        var teams = _app!.Services.GetRequiredService<ConnectorClient>();
        var to = new ConversationReference { ServiceUrl = At(person).ServiceUrl, ConversationId = person.PersonalChat };
        var outcome = instead is null
            ? await teams.SendAsync(to, message, TestContext.Current.CancellationToken)
            : await teams.UpdateAsync(to, instead, message, TestContext.Current.CancellationToken);
        return Assert.IsType<SendOutcome.Sent>(outcome).ActivityId ?? instead!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        foreach (var playground in _playgrounds)
            await playground.DisposeAsync();
        if (_app is not null)
            await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Playground At(Person person) => _playgrounds.Single(playground => playground.Person == person);

    private async Task<WebApplication> StartBotAsync()
    {
        var arguments = new BotHostArguments
        {
            Environment = "Development",
            Urls = _bot.AbsoluteUri,
            WithPlayground = false,
        };
        var app = BotHost.Build(
            arguments,
            builder =>
            {
                var database = $"Data Source={Path.Combine(_folder.FullName, "bot.db")};Pooling=False";
                // The longest limit there may be: browsers beside it make a bot slow.
                builder.Configuration.AddInMemoryCollection([
                    new("Turns:Limit", "00:00:14"),
                    .. Settings,
                    new("Storage:ConnectionString", database),
                ]);
                builder.Services.AddSingleton<TimeProvider>(new RunningClock());
                builder.Services.AddSingleton<ITopic>(new OrderTopic());
                builder.Logging.ClearProviders();
                builder.Logging.AddProvider(new KeptLog("company"));
            });
        await app.StartAsync();
        return app;
    }
}
