namespace ChatOpsBot.Sandbox;

/// <summary>Plays a <see cref="DeskTrouble"/> with the calls of the bot.</summary>
/// <param name="refuse">How the product refuses, by HTTP status and reason.</param>
internal sealed class DeskTroubles(TimeProvider clock, Func<int, string, FakeFault> refuse)
{
    private const string RetrySeconds = "5";

    /// <summary>Below the bot's usual limit for a call to a desk, which is 10 seconds.</summary>
    public static readonly TimeSpan Slowness = TimeSpan.FromSeconds(4);

    public DeskTrouble Now { get; set; }

    public static string Label(DeskTrouble trouble) => trouble switch
    {
        DeskTrouble.None => "none: the desk answers",
        DeskTrouble.Unreachable => "unreachable: connections break",
        DeskTrouble.Slow => $"slow: every answer takes {Slowness.TotalSeconds:0} seconds",
        DeskTrouble.Unauthorized => "401: the bot's credentials are not accepted",
        DeskTrouble.Forbidden => "403: the bot may not do this",
        DeskTrouble.TooManyRequests => $"429: too many requests, try again in {RetrySeconds} seconds",
        _ => "500: the desk fails",
    };

    /// <returns>What happens in the place of the call; null: it is carried out.</returns>
    public async Task<FakeFault?> MeetAsync(CancellationToken cancel)
    {
        switch (Now)
        {
            case DeskTrouble.None:
                return null;
            case DeskTrouble.Slow:
                await Task.Delay(Slowness, clock, cancel);
                return null;
            case DeskTrouble.Unreachable:
                return FakeFault.Break();
            case DeskTrouble.Unauthorized:
                return refuse(401, "Not signed in, as the sandbox was told to say.");
            case DeskTrouble.Forbidden:
                return refuse(403, "Not allowed, as the sandbox was told to say.");
            case DeskTrouble.TooManyRequests:
                return refuse(429, "Too many requests, as the sandbox was told to say.").After(RetrySeconds);
            default:
                return refuse(500, "Failed, as the sandbox was told to say.");
        }
    }
}
