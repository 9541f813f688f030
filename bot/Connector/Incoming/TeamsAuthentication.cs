using System.Security.Claims;
using ChatOpsBot.Connector.Outgoing;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace ChatOpsBot.Connector.Incoming;

/// <summary>
/// What the SDK's adapter gets its clients from: those that are there already. The SDK's own builds a client of the Bot Connector and one
/// for tokens of users for every turn, which costs many times what the turn itself does.
/// </summary>
internal sealed class TeamsAuthentication(ServiceClients clients) : BotFrameworkAuthentication
{
    private const string ByGate = "Requests are authenticated by the Gate.";

    private readonly Task<UserTokenClient> _userTokens = Task.FromResult<UserTokenClient>(new NoUserTokens());

    public ConnectorFactory Clients => clients;

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => clients;

    public override Task<UserTokenClient> CreateUserTokenClientAsync(
        ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) => _userTokens;

    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken) => throw new NotSupportedException(ByGate);

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken) => throw new NotSupportedException(ByGate);
}
