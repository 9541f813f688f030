namespace ChatOpsBot.Application.LanguageModel;

/// <summary>Ends a call whose answer is longer than any choice: a server must not fill the memory of the bot.</summary>
internal sealed class AnswerLimit : DelegatingHandler
{
    private const int MostBytes = 64 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
