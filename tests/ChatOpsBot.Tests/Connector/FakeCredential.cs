using Azure.Core;

namespace ChatOpsBot.Tests.Connector;

/// <summary>Entra as the bot sees it: gives out tokens of an hour, counts them, can fail or take its time.</summary>
internal sealed class FakeCredential(TimeProvider clock) : TokenCredential
{
    private int _given;

    public int Given => _given;

    public bool IsDown { get; set; }

    public Task Delay { get; set; } = Task.CompletedTask;

    public string? Scope { get; private set; }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Scope = requestContext.Scopes.Single();
        var number = Interlocked.Increment(ref _given);
        await Delay.WaitAsync(cancellationToken);
        return IsDown
            ? throw new InvalidOperationException("Entra is down")
            : new AccessToken($"bot-token-{number}", clock.GetUtcNow().AddHours(1));
    }
}
