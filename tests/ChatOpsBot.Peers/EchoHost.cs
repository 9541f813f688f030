using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;

namespace ChatOpsBot.Peers;

/// <summary>
/// The echo bot of the Bot Framework's template. No app id is set, so it takes and sends without tokens, as in the Emulator. Most of what
/// its turn costs is the SDK's: it builds a client for the answer of each, whose JSON serializer looks at every type again (6.6 ms, where a
/// kept one needs 0.01 ms).
/// </summary>
internal static class EchoHost
{
    public static Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHttpClient().AddControllers();
        builder.Services.AddSingleton<BotFrameworkAuthentication, ConfigurationBotFrameworkAuthentication>();
        builder.Services.AddSingleton<IBotFrameworkHttpAdapter, ErrorTellingAdapter>();
        builder.Services.AddTransient<IBot, EchoBot>();
        var app = builder.Build();
        app.MapControllers();
        return app.RunAsync();
    }
}
