using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Builder.TraceExtensions;
using Microsoft.Bot.Connector.Authentication;

namespace ChatOpsBot.Peers;

/// <summary>The template's AdapterWithErrorHandler.</summary>
internal sealed partial class ErrorTellingAdapter : CloudAdapter
{
    public ErrorTellingAdapter(BotFrameworkAuthentication authentication, ILogger<IBotFrameworkHttpAdapter> logger)
        : base(authentication, logger)
    {
        OnTurnError = async (turn, fault) =>
        {
            TurnFailed(logger, fault);
            await turn.SendActivityAsync("The bot encountered an error or bug.");
            await turn.TraceActivityAsync("OnTurnError Trace", fault.Message, "https://www.botframework.com/schemas/error", "TurnError");
        };
    }

    [LoggerMessage(1, LogLevel.Error, "A turn failed.")]
    private static partial void TurnFailed(ILogger logger, Exception fault);
}
