using System.Collections.Concurrent;
using System.Text.Json;
using ChatOpsBot.Connector.Trust;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Connector.Teams;
using Microsoft.Rest;
using SdkClient = Microsoft.Bot.Connector.ConnectorClient;

namespace ChatOpsBot.Connector.Outgoing;

/// <summary>
/// The SDK's clients, one of each kind per service URL. Building a client costs more than a whole turn, and one without our
/// <see cref="HttpClient"/> retries a POST, which duplicates messages. Nothing else in the bot sends its token.
/// </summary>
internal sealed class ServiceClients(IHttpClientFactory factory, TrustedHosts hosts, ServiceClientCredentials credentials)
    : ConnectorFactory
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "Teams";

    // A region has one service URL per tenant; more than this are not expected, and a cache must have an end.
    private const int MaxClients = 1_000;

    private readonly ConcurrentDictionary<string, Clients> _clients = new(StringComparer.Ordinal);

    public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken) =>
        Task.FromResult<IConnectorClient>(For(serviceUrl).Connector);

    public IConversations Conversations(string serviceUrl) => For(serviceUrl).Connector.Conversations;

    public ITeamsOperations Teams(string serviceUrl) => For(serviceUrl).Teams.Teams;

    /// <summary>One request to the Bot Connector.</summary>
    /// <param name="path">Below the service URL, escaped.</param>
    /// <param name="write">Writes the body; null for none.</param>
    /// <returns>Null where it was accepted and the answer cannot be read.</returns>
    /// <exception cref="RefusedCallException">Teams refused it.</exception>
    public async Task<ConnectorAnswer?> SendAsync(
        HttpMethod method, string serviceUrl, string path, Action<Utf8JsonWriter>? write, CancellationToken cancel)
    {
        var known = For(serviceUrl);
        using var request = new HttpRequestMessage(method, new Uri(known.Address, path))
        {
            Content = write is null ? null : new JsonBody(write),
        };
        await credentials.ProcessHttpRequestAsync(request, cancel);
        using var response = await known.Http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancel);
        return ConnectorAnswer.Read(await response.Content.ReadAsByteArrayAsync(cancel));
    }

    /// <summary>Null when there is a client for that service URL, which is so for hosts on the list alone.</summary>
    public SendOutcome? Objection(string serviceUrl) =>
        hosts.Allows(serviceUrl) ? null : new SendOutcome.Refused(Refusal.HostNotAllowed, 0, null);

    private Clients For(string serviceUrl)
    {
        if (Objection(serviceUrl) is { } objection)
            throw new RefusedCallException(objection);

        if (_clients.TryGetValue(serviceUrl, out var known))
            return known;

        if (_clients.Count >= MaxClients)
            _clients.Clear();
        return _clients.GetOrAdd(serviceUrl, Create);
    }

    // The SDK disposes the client of a turn at its end. These own no HTTP client, so that they can be used after it.
    private Clients Create(string serviceUrl)
    {
        var address = new Uri(serviceUrl.EndsWith('/') ? serviceUrl : serviceUrl + "/");
        var http = factory.CreateClient(ClientName);
        var connector = new SdkClient(address, credentials, http, disposeHttpClient: false);
        var teams = new TeamsConnectorClient(address, credentials, http, disposeHttpClient: false);
        LenientSchema.Configure(connector.DeserializationSettings);
        LenientSchema.Configure(teams.DeserializationSettings);

        // They would tell Teams the version of the operating system.
        http.DefaultRequestHeaders.UserAgent.Clear();
        return new(connector, teams, http, address);
    }

    private sealed record Clients(SdkClient Connector, TeamsConnectorClient Teams, HttpClient Http, Uri Address);
}
