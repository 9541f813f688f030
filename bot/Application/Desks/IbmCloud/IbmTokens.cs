using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>
/// The token that IBM Cloud gives for the API key. It is kept and renewed when 80 % of its life are over, by one caller at a time; while it
/// still lives, a renewal that fails costs nothing and is tried again a minute later.
/// </summary>
internal sealed class IbmTokens(IbmHttp http, IOptions<IbmCloudOptions> options, TimeProvider time) : IDisposable
{
    private const double RenewAt = 0.8;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Of a token that does not say how long it lives.</summary>
    private static readonly TimeSpan ShortLife = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1);
    private volatile IbmToken? _token;

    /// <summary>The ids that the key's owner goes by in cases, as the last token names them.</summary>
    public IReadOnlyList<string> OwnIds => _token?.Ids ?? [];

    public async Task<IbmReply<IbmToken>> GetAsync(CancellationToken cancel)
    {
        if (_token is { } known && time.GetUtcNow() < known.Renew)
            return known;
        // While it lives, nobody waits for the one who renews it.
        if (!await _one.WaitAsync(_token is { } old && time.GetUtcNow() < old.Ends ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, cancel))
            return await GetLivingAsync(cancel);

        try
        {
            return await RenewAsync(cancel);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>IBM does not take this token any more.</summary>
    public void Discard(IbmToken token) => Interlocked.CompareExchange(ref _token, null, token);

    public void Dispose() => _one.Dispose();

    // It may have been thrown away in this moment.
    private Task<IbmReply<IbmToken>> GetLivingAsync(CancellationToken cancel) =>
        _token is { } living ? Task.FromResult<IbmReply<IbmToken>>(living) : GetAsync(cancel);

    private async Task<IbmReply<IbmToken>> RenewAsync(CancellationToken cancel)
    {
        if (_token is { } known && time.GetUtcNow() < known.Renew)
            return known;
        if ((await FetchAsync(cancel)).IsGood(out var token, out var fault))
            return _token = token;
        if (_token is not { } old || time.GetUtcNow() >= old.Ends)
            return fault;

        return _token = old with { Renew = time.GetUtcNow() + (fault.After > Pause ? fault.After.Value : Pause) };
    }

    private async Task<IbmReply<IbmToken>> FetchAsync(CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.TokenUrl)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "urn:ibm:params:oauth:grant-type:apikey",
                ["apikey"] = options.Value.ApiKey!.Trim(),
            }),
        };
        var asked = time.GetUtcNow();
        if (!(await http.SendAsync(request, "token", cancel)).IsGood(out var answer, out var lost))
            return lost.OfReading;
        if (answer.Fault("token") is { } fault)
            return Meaning(fault);

        return Read(answer.Body, asked) is { } token ? token : new IbmFault(IbmFaultKind.Later, "IBM: token, the answer holds none.");
    }

    // The key is all that is sent: what is refused is the key.
    private static IbmFault Meaning(IbmFault fault) =>
        fault.Kind is IbmFaultKind.Refused or IbmFaultKind.NeedsOperator or IbmFaultKind.NotFound
        ? fault with { Kind = IbmFaultKind.NeedsOperator, Reason = $"{fault.Reason} Check {IbmCloudOptions.Section}:ApiKey and TokenUrl." }
        : fault.OfReading;

    private static IbmToken? Read(byte[] body, DateTimeOffset asked)
    {
        try
        {
            if (JsonSerializer.Deserialize(body, IbmCloudJson.Default.IbmTokenAnswer) is not { AccessToken: { Length: > 0 } token } read)
                return null;

            var life = read.ExpiresIn is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : ShortLife;
            return new(token, asked + (life * RenewAt), asked + life, IbmTokenClaims.IdsIn(token));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
