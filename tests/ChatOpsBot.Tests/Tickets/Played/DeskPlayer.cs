using System.Net;

namespace ChatOpsBot.Tests.Tickets.Played;

/// <summary>Somebody who plays the desk with the forms of its page.</summary>
internal sealed class DeskPlayer(Uri page) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task<string> ReadAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(page, path), Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    public Task<string> CaseAsync(string number) => ReadAsync($"/desk/cases/{number}");

    /// <summary>A move that is made.</summary>
    public async Task PlayAsync(string number, string move, string text = "")
    {
        using var answer = await PostAsync($"/desk/cases/{number}", [("move", move), ("text", text)]);
        Assert.Equal((HttpStatusCode.SeeOther, $"/desk/cases/{number}"), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    public async Task SetTroubleAsync(string trouble)
    {
        using var answer = await PostAsync("/desk/trouble", [("trouble", trouble)]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    public Task<HttpResponseMessage> PostAsync(
        string path, (string Name, string Value)[] fields, params (string Name, string Value)[] headers)
    {
        var form = new FormUrlEncodedContent(fields.Select(it => KeyValuePair.Create(it.Name, it.Value)));
        return SendAsync(new(HttpMethod.Post, new Uri(page, path)) { Content = form }, headers);
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(new(HttpMethod.Get, new Uri(page, path)), headers);

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, (string Name, string Value)[] headers)
    {
        using (request)
        {
            foreach (var (name, value) in headers)
                request.Headers.TryAddWithoutValidation(name, value);
            return await _http.SendAsync(request, Cancel);
        }
    }
}
