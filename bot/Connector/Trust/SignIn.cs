using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;

namespace ChatOpsBot.Connector.Trust;

/// <summary>
/// Signs in with the Bot Framework SDK's credentials, by the one method that is configured: client secret, certificate or managed identity.
/// Single-tenant: the token is issued by the bot's own tenant.
/// </summary>
/// <param name="scope">What the token is for.</param>
internal sealed class SignIn(IHttpClientFactory clients, IOptions<ConnectorOptions> options, string scope) : IAccessTokenProvider
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "Sign-in";

    private readonly Lazy<IAuthenticator> _authenticator = new(() => Create(clients, options.Value, scope));

    public async Task<AccessToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Forced: BotToken caches, and when Teams has refused a token MSAL's own cache would return the same one again.
            var result = await _authenticator.Value.GetTokenAsync(forceRefresh: true).WaitAsync(cancellationToken);
            return new(result.AccessToken, result.ExpiresOn);
        }
        catch (Exception error) when (Cause(error) is { } cause)
        {
            throw new SignInException(cause.Message, cause);
        }
    }

    private static IAuthenticator Create(IHttpClientFactory clients, ConnectorOptions options, string scope)
    {
        var http = clients.CreateClient(ClientName);
        if (options.ManagedIdentity)
        {
            var identity = string.IsNullOrWhiteSpace(options.ManagedIdentityClientId) ? options.AppId : options.ManagedIdentityClientId;
            return new ManagedIdentityAuthenticator(identity, scope, http);
        }

        var authority = $"{options.SignInAuthority.TrimEnd('/')}/{options.TenantId}";
        var application = ConfidentialClientApplicationBuilder.Create(options.AppId)
            .WithAuthority(authority)
            .WithHttpClientFactory(new OneHttpClient(http));
        application = string.IsNullOrWhiteSpace(options.CertificatePath)
            ? application.WithClientSecret(options.ClientSecret)
            : application.WithCertificate(SignInCertificate.Load(options.CertificatePath, options.CertificatePassword));
        return new MsalAppCredentials(application.Build(), options.AppId, authority, scope);
    }

    // The SDK retries some failures and then throws all of them together. If nobody answers, MSAL passes on the exception of the network.
    private static Exception? Cause(Exception error) =>
        IsExpected(error) ? error : (error as AggregateException)?.Flatten().InnerExceptions.FirstOrDefault(IsExpected);

    private static bool IsExpected(Exception error) => error is MsalException or HttpRequestException;

    private sealed class OneHttpClient(HttpClient client) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => client;
    }
}
