using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>
/// One call of the instance's REST API, within its time limit. A call that changes something is never sent twice, except after a 401,
/// which did nothing.
/// </summary>
internal sealed class ServiceNowClient(
    IHttpClientFactory clients,
    ServiceNowSignIn signIn,
    IOptions<ServiceNowOptions> options,
    IOptions<DeskOptions> desk,
    TimeProvider time)
{
    public const string Name = "ServiceNow";

    /// <summary>In bytes. A page of tickets has some 100 KB; a server must not fill the memory of the bot.</summary>
    public const long LongestAnswer = 16 * 1024 * 1024;

    /// <summary>A wrong password that is tried every few seconds locks the user.</summary>
    private static readonly TimeSpan AfterWrongCredentials = TimeSpan.FromMinutes(1);

    private Silence? _silence;

    /// <param name="path">Below the instance's address.</param>
    /// <param name="columns">What is written; null where nothing is.</param>
    public Task<CallResult<ServiceNowPage>> CallAsync(
        HttpMethod method, string path, IReadOnlyDictionary<string, string>? columns, CancellationToken cancel) =>
        CallAsync(method, path, columns is null ? null : Written(columns), cancel);

    /// <param name="path">Below the instance's address.</param>
    /// <param name="body">What is written; null where nothing is.</param>
    public async Task<CallResult<ServiceNowPage>> CallAsync(
        HttpMethod method, string path, ServiceNowContent? body, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (Volatile.Read(ref _silence) is { } silence && silence.Until > now)
            return silence.Fault with { Answer = silence.Why with { After = silence.Until - now } };

        var span = desk.Value.LimitOf(body?.Bytes.Length ?? 0);
        using var clock = new CancellationTokenSource(span, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel, clock.Token);
        var isSent = false;
        try
        {
            var (header, fault) = await signIn.HeaderAsync(limit.Token);
            if (fault is not null)
                return fault;

            isSent = body is not null;
            var result = await SendAsync(method, path, body, header!, limit.Token);
            if (result.Fault?.Status != (int)HttpStatusCode.Unauthorized || !options.Value.UsesOAuth)
                return result;

            isSent = false;
            await signIn.ForgetAsync(header!, limit.Token);
            (header, fault) = await signIn.HeaderAsync(limit.Token);
            if (fault is not null)
                return fault;

            isSent = body is not null;
            return await SendAsync(method, path, body, header!, limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return ServiceNowFaults.NotReached($"no answer within {span}", isSent);
        }
        catch (HttpRequestException broken)
        {
            return ServiceNowFaults.NotReached(
                $"the instance is not reached ({broken.HttpRequestError})", isSent && !IsBeforeSending(broken.HttpRequestError));
        }
    }

    private async Task<CallResult<ServiceNowPage>> SendAsync(
        HttpMethod method,
        string path,
        ServiceNowContent? body,
        AuthenticationHeaderValue header,
        CancellationToken cancel)
    {
        using var http = clients.CreateClient(Name);
        using var request = new HttpRequestMessage(method, new Uri(options.Value.ReadAddress()!, path));
        request.Headers.Authorization = header;
        request.Headers.Accept.Add(new(MediaTypeNames.Application.Json));
        if (body is not null)
            request.Content = new ReadOnlyMemoryContent(body.Bytes) { Headers = { ContentType = new(body.Type) } };

        using var answer = await http.SendAsync(request, cancel);
        return await ReadAsync(answer, isWrite: body is not null, cancel);
    }

    private async Task<CallResult<ServiceNowPage>> ReadAsync(HttpResponseMessage answer, bool isWrite, CancellationToken cancel)
    {
        var status = (int)answer.StatusCode;
        var isJson = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) is true;
        var body = isJson ? Read(await answer.Content.ReadAsByteArrayAsync(cancel)) : null;
        if (!answer.IsSuccessStatusCode)
        {
            var fault = ServiceNowFaults.Of(status, answer.Headers, body?.Error, isWrite, time.GetUtcNow());
            KeepQuiet(fault);
            return fault with { Said = ServiceNowFaults.Words(body?.Error) };
        }

        if (body is null)
            return isJson ? ServiceNowFaults.Unreadable(status, isWrite) : ServiceNowFaults.NotJson(status, isWrite);
        // A query that ran out of time has some rows, and says so beside them.
        if (!isWrite && body.Error is { ValueKind: JsonValueKind.Object or JsonValueKind.String })
            return ServiceNowFaults.NotReached("the query ran out of time at the instance", isUnknown: false);

        return new ServiceNowPage(body.Result ?? default, HasNext(answer.Headers));
    }

    // Every call of the bot counts against the same limit. With OAuth a wrong token is one thing, and wrong credentials another.
    private void KeepQuiet(CallFault fault)
    {
        if (fault is not { Status: 429 or 401, Answer: DeskAnswer.NotNow why } || (fault.Status == 401 && options.Value.UsesOAuth))
            return;

        if ((fault.Status == 401 ? AfterWrongCredentials : why.After) is { } pause)
            Volatile.Write(ref _silence, new(time.GetUtcNow() + pause, fault, why));
    }

    private static ServiceNowContent Written(IReadOnlyDictionary<string, string> columns) => new(
        JsonSerializer.SerializeToUtf8Bytes(columns, ServiceNowJson.Default.IReadOnlyDictionaryStringString),
        MediaTypeNames.Application.Json);

    private static ServiceNowBody? Read(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, ServiceNowJson.Default.ServiceNowBody);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Rows that an ACL hides are counted: a short page is not the last one. Where it leads is not looked at.
    private static bool HasNext(HttpResponseHeaders headers) =>
        headers.TryGetValues("Link", out var links) && links.Any(link => link.Contains("rel=\"next\"", StringComparison.OrdinalIgnoreCase));

    private static bool IsBeforeSending(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError;

    private sealed record Silence(DateTimeOffset Until, CallFault Fault, DeskAnswer.NotNow Why);
}
