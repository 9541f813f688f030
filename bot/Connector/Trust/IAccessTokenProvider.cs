namespace ChatOpsBot.Connector.Trust;

/// <summary>Signs the bot in to Entra ID for its calls to the Bot Connector. Every call asks Entra ID; nothing is cached here.</summary>
public interface IAccessTokenProvider
{
    /// <exception cref="SignInException">Entra ID, or the managed identity endpoint of the machine, gave no token.</exception>
    Task<AccessToken> GetTokenAsync(CancellationToken cancellationToken);
}
