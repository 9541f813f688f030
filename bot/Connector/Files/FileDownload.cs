using System.Net;
using System.Net.Http.Headers;
using ChatOpsBot.Connector.Incoming;
using ChatOpsBot.Connector.Trust;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Connector.Files;

/// <summary>
/// Reads files that came with messages. The address is the sender's word: https on the standard port of hosts on the lists is called, and
/// no redirect followed. The bot's token goes to the Bot Connector alone.
/// </summary>
public sealed class FileDownload : IDisposable
{
    /// <summary>Name of the HTTP client.</summary>
    internal const string ClientName = "Files";

    private const int AtOnce = 4;

    // Where a tenant's OneDrive is (Microsoft 365 URLs and IP address ranges): worldwide, US Government, DoD, and China.
    private static readonly string[] UsualHosts = ["sharepoint.com", "sharepoint.us", "sharepoint-mil.us", "sharepoint.cn"];

    private readonly IHttpClientFactory _clients;
    private readonly BotToken? _token;
    private readonly TrustedHosts _connector;
    private readonly LocalPlaygroundMode _local;
    private readonly IOptions<ConnectorOptions> _options;
    private readonly TimeProvider _time;

    // What is read stands in memory.
    private readonly SemaphoreSlim _room = new(AtOnce);

    /// <param name="token">Null in local mode, which calls this machine alone and sends no token.</param>
    internal FileDownload(
        IHttpClientFactory clients,
        BotToken? token,
        TrustedHosts connector,
        LocalPlaygroundMode local,
        IOptions<ConnectorOptions> options,
        TimeProvider time) =>
        (_clients, _token, _connector, _local, _options, _time) = (clients, token, connector, local, options, time);

    /// <summary>Within the time limit of a call to Teams, and once: whoever sent it can send it again.</summary>
    /// <param name="most">In bytes.</param>
    public async Task<FileOutcome> ReadAsync(SentFile file, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (AddressOf(file) is not { } address)
            return new FileOutcome.HostNotAllowed();

        using var clock = new CancellationTokenSource(_options.Value.CallTimeLimit, _time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clock.Token);
        try
        {
            await _room.WaitAsync(limit.Token);
            try
            {
                return await GetAsync(address, withToken: file.Source is SentFileSource.Picture, most, limit.Token);
            }
            finally
            {
                _room.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FileOutcome.NotReached($"no answer within {_options.Value.CallTimeLimit}");
        }
        // IOException: it broke off.
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return new FileOutcome.NotReached((fault as HttpRequestException)?.HttpRequestError.ToString() ?? fault.GetType().Name);
        }
    }

    public void Dispose() => _room.Dispose();

    private async Task<FileOutcome> GetAsync(Uri address, bool withToken, int most, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (withToken && _token is not null)
        {
            if (await _token.GetAsync(cancel) is not { } token)
                return new FileOutcome.NotReached("the bot cannot sign in");

            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var http = _clients.CreateClient(ClientName);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        if (answer.StatusCode is not HttpStatusCode.OK)
            return new FileOutcome.NotReached($"HTTP {(int)answer.StatusCode}");
        if (answer.Content.Headers.ContentLength > most)
            return new FileOutcome.TooLarge();

        await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
        using var content = new MemoryStream((int)Math.Max(0, answer.Content.Headers.ContentLength ?? 0));
        var piece = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(piece, cancel)) > 0;)
        {
            if (content.Length + read > most)
                return new FileOutcome.TooLarge();

            await content.WriteAsync(piece.AsMemory(0, read), cancel);
        }

        return new FileOutcome.Read(content.ToArray());
    }

    private Uri? AddressOf(SentFile file)
    {
        if (file.Source is SentFileSource.Elsewhere || !Uri.TryCreate(file.Address, UriKind.Absolute, out var address)
            || address.UserInfo.Length > 0)
            return null;

        var isAllowed = _local.IsOn ? address.Scheme is "http" or "https" && LocalPlaygroundMode.IsLoopbackHost(address.Host)
            : file.Source is SentFileSource.Picture ? IsPicture(address)
            : address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && IsListed(address.IdnHost);
        return isAllowed ? address : null;
    }

    // The token opens other documents of the Bot Connector too.
    private bool IsPicture(Uri address) =>
        _connector.Allows(address.GetLeftPart(UriPartial.Path)) && address.AbsolutePath.Contains("/v3/attachments/", StringComparison.Ordinal);

    private bool IsListed(string host) => (_options.Value.FileHosts is { Count: > 0 } hosts ? hosts : UsualHosts).Any(listed =>
        host.Equals(listed, StringComparison.OrdinalIgnoreCase)
        || host.EndsWith($".{listed.TrimStart('.')}", StringComparison.OrdinalIgnoreCase));
}
