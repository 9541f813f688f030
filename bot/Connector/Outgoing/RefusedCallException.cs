namespace ChatOpsBot.Connector.Outgoing;

/// <summary>Carries the outcome of a refused call through the SDK's client; see <see cref="RefusalHandler"/>.</summary>
internal sealed class RefusedCallException(SendOutcome outcome) : Exception
{
    public SendOutcome Outcome => outcome;
}
