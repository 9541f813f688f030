namespace ChatOpsBot.Connector.Trust;

/// <summary>The result of looking up a signing key.</summary>
internal abstract record KeyLookup
{
    private KeyLookup()
    {
    }

    public sealed record Found(SigningKey Key) : KeyLookup;

    /// <summary>The keys are known, and this is not one of them.</summary>
    public sealed record Unknown : KeyLookup;

    /// <summary>The keys could not be fetched, so it is not known.</summary>
    public sealed record Unavailable : KeyLookup;
}
