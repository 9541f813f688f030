using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ChatOpsBot.Peers;

/// <summary>Says again what it is told.</summary>
internal sealed class EchoBot : ActivityHandler
{
    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var reply = $"Echo: {turnContext.Activity.Text}";
        await turnContext.SendActivityAsync(MessageFactory.Text(reply, reply), cancellationToken);
    }
}
