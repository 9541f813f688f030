namespace ChatOpsBot.Connector.Trust;

/// <summary>What became of the search for a signing key.</summary>
internal abstract record KeyLookup
{
    private KeyLookup()
    {
    }

    public sealed record Found(SigningKey Key) : KeyLookup;

    /// <summary>The keys are known and this is none of them.</summary>
    public sealed record Unknown : KeyLookup;

    /// <summary>The keys could not be fetched, so nobody can tell.</summary>
    public sealed record Unavailable : KeyLookup;
}
