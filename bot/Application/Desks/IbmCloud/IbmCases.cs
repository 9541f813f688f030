using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatOpsBot.Domain.Requests.Desk;
using Microsoft.Extensions.Options;

namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>The calls of Case Management v1 that the desk needs. Nothing is repeated, except after a token that IBM did not take.</summary>
internal sealed class IbmCases(IbmHttp http, IbmTokens tokens, IOptions<IbmCloudOptions> options, TimeProvider time)
{
    private const int Page = 20;

    // Ticks of the clock; 0 for none.
    private long _notBefore;

    /// <summary>A page of cases, newest change first.</summary>
    /// <param name="search">What stands in the subject; null for every case.</param>
    public Task<IbmReply<CaseList>> ListAsync(string? search, int offset, CancellationToken cancel)
    {
        var query = string.Create(
            CultureInfo.InvariantCulture, $"cases?offset={offset}&limit={Page}&sort=~updated_at&fields={Case.Fields}");
        return ReadAsync(
            search is null ? query : $"{query}&search={Uri.EscapeDataString(search)}", "list", IbmCloudJson.Default.CaseList, cancel);
    }

    public Task<IbmReply<Case>> ReadAsync(string number, CancellationToken cancel) =>
        ReadAsync($"{PathOf(number)}?fields={Case.Fields}", "read", IbmCloudJson.Default.Case, cancel);

    /// <summary>The same, with the files that are in it.</summary>
    public Task<IbmReply<Case>> ReadWithFilesAsync(string number, CancellationToken cancel) => ReadAsync(
        $"{PathOf(number)}?fields={Case.Fields},{Case.FilesField}", "read", IbmCloudJson.Default.Case, cancel);

    public Task<IbmReply<Case>> CreateAsync(NewCase wanted, CancellationToken cancel) =>
        WriteAsync(HttpMethod.Post, "cases", "create", wanted, IbmCloudJson.Default.NewCase, IbmCloudJson.Default.Case, cancel);

    public Task<IbmReply<CaseComment>> CommentAsync(string number, string text, CancellationToken cancel) => WriteAsync(
        HttpMethod.Put,
        $"{PathOf(number)}/comments",
        "comment",
        new NewComment(text),
        IbmCloudJson.Default.NewComment,
        IbmCloudJson.Default.CaseComment,
        cancel);

    public Task<IbmReply<Case>> ActAsync(string number, CaseAction action, CancellationToken cancel) => WriteAsync(
        HttpMethod.Put,
        $"{PathOf(number)}/status",
        action.Action,
        action,
        IbmCloudJson.Default.CaseAction,
        IbmCloudJson.Default.Case,
        cancel);

    public Task<IbmReply<CaseFile>> AttachAsync(string number, DeskFile file, CancellationToken cancel) => SendAsync(
        HttpMethod.Put, $"{PathOf(number)}/attachments", () => FormOf(file), "attach", IbmCloudJson.Default.CaseFile, cancel);

    private static string PathOf(string number) => $"cases/{Uri.EscapeDataString(number)}";

    private async Task<IbmReply<T>> ReadAsync<T>(string path, string call, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class
    {
        var reply = await SendAsync(HttpMethod.Get, path, body: null, call, type, cancel);
        return reply.IsGood(out var value, out var fault) ? value : fault.OfReading;
    }

    private Task<IbmReply<TAnswer>> WriteAsync<TBody, TAnswer>(
        HttpMethod method,
        string path,
        string call,
        TBody body,
        JsonTypeInfo<TBody> bodyType,
        JsonTypeInfo<TAnswer> type,
        CancellationToken cancel)
        where TAnswer : class
    {
        var written = JsonSerializer.SerializeToUtf8Bytes(body, bodyType);
        return SendAsync(
            method,
            path,
            () => new ByteArrayContent(written) { Headers = { ContentType = new(MediaTypeNames.Application.Json) } },
            call,
            type,
            cancel);
    }

    private async Task<IbmReply<T>> SendAsync<T>(
        HttpMethod method, string path, Func<HttpContent>? body, string call, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class
    {
        if (TimeSpan.FromTicks(Volatile.Read(ref _notBefore) - time.GetUtcNow().UtcTicks) is { Ticks: > 0 } pause)
            return new IbmFault(IbmFaultKind.Later, $"IBM: {call}, not asked: it wants a pause.") { After = pause };
        if (!(await SendAsync(method, path, body, call, cancel)).IsGood(out var answer, out var lost))
            return lost;
        if (answer.Status is HttpStatusCode.TooManyRequests && answer.RetryAfter is { } wait)
            Volatile.Write(ref _notBefore, (time.GetUtcNow() + wait).UtcTicks);
        if (answer.Fault(call) is { } fault)
            return fault.Kind is IbmFaultKind.NeedsOperator ? fault with { Reason = $"{fault.Reason} {Advice(answer.Status)}" } : fault;

        return Read(answer.Body, type) is { } value
            ? value
            : new IbmFault(IbmFaultKind.OutcomeUnknown, $"IBM: {call}, the answer cannot be read.");
    }

    // A token can end before its time; one that was just made and is not taken either is nobody's matter here.
    private async Task<IbmReply<IbmAnswer>> SendAsync(
        HttpMethod method, string path, Func<HttpContent>? body, string call, CancellationToken cancel)
    {
        for (var isLast = false; ; isLast = true)
        {
            if (!(await tokens.GetAsync(cancel)).IsGood(out var token, out var fault))
                return fault;

            using var request = new HttpRequestMessage(method, $"{options.Value.BaseUrl.TrimEnd('/')}/{path}");
            request.Headers.Authorization = new("Bearer", token.Text);
            request.Content = body?.Invoke();
            var reply = await http.SendAsync(request, call, cancel);
            if (isLast || !reply.IsGood(out var answer, out _) || answer.Status is not HttpStatusCode.Unauthorized)
                return reply;

            tokens.Discard(token);
        }
    }

    // Its name needs no quoting, and not every server reads the second form of it that .NET would add.
    private static MultipartFormDataContent FormOf(DeskFile file)
    {
        var content = new ReadOnlyMemoryContent(file.Content);
        content.Headers.ContentType = new MediaTypeHeaderValue(file.ContentType);
        content.Headers.ContentDisposition = new("form-data") { Name = "\"file\"", FileName = $"\"{file.Name}\"" };
        return new() { content };
    }

    private static string Advice(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => $"A new token is not taken either: check {IbmCloudOptions.Section}:ApiKey and the account it belongs to.",
        HttpStatusCode.Forbidden => "The service id needs the role Editor on the Support Center, and Viewer on User Management.",
        _ => $"Check {IbmCloudOptions.Section}:BaseUrl.",
    };

    private static T? Read<T>(byte[] body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
