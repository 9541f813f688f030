using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>
/// How the bot signs in: with a password at every call, or with an OAuth token, which is kept until a minute before its end and renewed
/// by one call at a time.
/// </summary>
internal sealed class ServiceNowSignIn(IHttpClientFactory clients, IOptions<ServiceNowOptions> options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    // RFC 6749 leaves it out where it is well known; this is what instances ship with.
    private static readonly TimeSpan UsualLife = TimeSpan.FromMinutes(30);

    private readonly SemaphoreSlim _one = new(1);
    private (AuthenticationHeaderValue Header, DateTimeOffset Until)? _kept;

    public async Task<CallResult<AuthenticationHeaderValue>> HeaderAsync(CancellationToken cancel)
    {
        var settings = options.Value;
        if (!settings.UsesOAuth)
            return new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.User}:{settings.Password}")));

        await _one.WaitAsync(cancel);
        try
        {
            if (_kept is { } kept && time.GetUtcNow() < kept.Until)
                return kept.Header;

            var (token, fault) = await FetchAsync(settings, cancel);
            if (fault is not null)
                return fault;

            var life = token!.ExpiresIn is { } seconds and > 0 and < 1e9 ? TimeSpan.FromSeconds(seconds) : UsualLife;
            var header = new AuthenticationHeaderValue("Bearer", token.AccessToken);
            _kept = (header, time.GetUtcNow() + life - (life > 2 * Margin ? Margin : life / 2));
            return header;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The instance did not accept it. Another one that was fetched meanwhile is kept.</summary>
    public async Task ForgetAsync(AuthenticationHeaderValue header, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        if (Equals(_kept?.Header, header))
            _kept = null;
        _one.Release();
    }

    public void Dispose() => _one.Dispose();

    private async Task<CallResult<ServiceNowToken>> FetchAsync(ServiceNowOptions settings, CancellationToken cancel)
    {
        using var http = clients.CreateClient(ServiceNowClient.Name);
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", settings.ClientId), new("client_secret", settings.ClientSecret),
        ]);
        using var answer = await http.PostAsync(new Uri(settings.ReadAddress()!, "oauth_token.do"), form, cancel);
        var status = (int)answer.StatusCode;
        var token = await ReadAsync(answer, cancel);
        if (answer.IsSuccessStatusCode)
            return token is { AccessToken.Length: > 0 } ? token : ServiceNowFaults.NotJson(status, isWrite: false);
        return status is 429 or >= 500
            ? new CallFault(new DeskAnswer.NotNow($"HTTP {status} for a token", ServiceNowFaults.Pause(answer.Headers, time.GetUtcNow())), status)
            : ServiceNowFaults.Operator(
                status, $"no token for Desk:ServiceNow:ClientId ({token?.Error ?? "no reason given"}); is the client credentials grant allowed?");
    }

    private static async Task<ServiceNowToken?> ReadAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        try
        {
            return JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(cancel), ServiceNowJson.Default.ServiceNowToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
