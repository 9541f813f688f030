namespace ChatOpsBot.Host.CommandLine;

/// <summary>Asks the bot that runs on this machine, for the commands that need it.</summary>
internal static class RunningBot
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <exception cref="HttpRequestException">It does not answer, or not in time.</exception>
    public static async Task<(bool IsWell, string Text)> GetAsync(Uri bot, string path, CancellationToken cancel)
    {
        // A proxy for outgoing calls does not reach this machine.
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(new Uri(bot, path), cancel);
            return (answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(cancel));
        }
        catch (TaskCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new HttpRequestException($"no answer within {Patience.TotalSeconds:0} seconds.", late);
        }
    }
}
