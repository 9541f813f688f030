using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;

namespace ChatOpsBot.Tests.Security.Wild;

/// <summary>A Teams that takes everything at once, without a network, and looks at all that is written.</summary>
internal sealed class SilentTeams
{
    private readonly ConcurrentDictionary<string, WildChat> _chats = [];
    private readonly WildChat _elsewhere = new("", "");
    private long _lastId = 1_700_000_000_000;
    private long _written;

    /// <summary>How many messages were written.</summary>
    public long Written => Interlocked.Read(ref _written);

    public void Open(WildChat chat) => _chats[chat.Id] = chat;

    public void Close(WildChat chat) => _chats.TryRemove(chat.Id, out _);

    /// <summary>What is wrong with what was written to nobody's chat: announcements, and answers to conversations of a wild name.</summary>
    public IReadOnlyList<string> TakeComplaints() => _elsewhere.TakeComplaints();

    public DelegatingHandler Line() => new Handler(this);

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        // /{region}/v3/conversations/{conversation}/activities/{message}
        var parts = request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var conversation = Uri.UnescapeDataString(parts.ElementAtOrDefault(3) ?? "");
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancel);
        // Of whom it is asked it tells no account in Entra.
        if (request.Method == HttpMethod.Get)
            return parts.Contains("pagedmembers") ? Json(HttpStatusCode.OK, """{"members":[]}""")
                : parts.Contains("members") ? Json(HttpStatusCode.OK, """{"id":"29:somebody"}""")
                : Json(HttpStatusCode.NotFound, "{}");

        var isChange = request.Method == HttpMethod.Put;
        var id = isChange ? parts[^1] : Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        if (request.Method != HttpMethod.Delete && body.Length > 0)
        {
            Interlocked.Increment(ref _written);
            _chats.GetValueOrDefault(conversation, _elsewhere).Hears(id, body);
        }

        return Json(
            isChange ? HttpStatusCode.OK : HttpStatusCode.Created,
            parts.Length > 3 ? $$"""{"id":"{{id}}"}""" : $$"""{"id":"a:new-{{id}}","activityId":"{{id}}"}""");
    }

    private static HttpResponseMessage Json(HttpStatusCode status, string json) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private sealed class Handler(SilentTeams teams) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await teams.AnswerAsync(request, cancellationToken);
            answer.RequestMessage = request;
            return answer;
        }
    }
}
