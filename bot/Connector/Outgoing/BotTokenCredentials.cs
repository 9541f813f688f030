using System.Net.Http.Headers;
using ChatOpsBot.Connector.Trust;
using Microsoft.Rest;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>Adds the bot's token to each request of the SDK's clients.</summary>
/// <param name="token">Null in local mode, where no token is sent.</param>
internal sealed class BotTokenCredentials(BotToken? token) : ServiceClientCredentials
{
    public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (token is null)
            return;

        var bearer = await token.GetAsync(cancellationToken)
            ?? throw new RefusedCallException(new SendOutcome.Unreachable("no token for the bot"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
    }
}
