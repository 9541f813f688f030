using ChatOpsBot.Connector.Trust;

namespace ChatOpsBot.Tests.Connector;

/// <summary>Entra ID as the bot sees it: issues tokens valid for an hour, counts them, can fail or be slow.</summary>
internal sealed class FakeSignIn(TimeProvider clock) : IAccessTokenProvider
{
    private int _issued;

    public int Issued => _issued;

    public bool IsDown { get; set; }

    public Task Delay { get; set; } = Task.CompletedTask;

    public async Task<AccessToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _issued);
        await Delay.WaitAsync(cancellationToken);
        return IsDown
            ? throw new SignInException("Entra ID is down.", new TimeoutException())
            : new AccessToken($"bot-token-{number}", clock.GetUtcNow().AddHours(1));
    }
}
