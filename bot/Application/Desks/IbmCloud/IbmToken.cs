namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>A token of IBM Cloud.</summary>
/// <param name="Renew">From then on a new one is asked for.</param>
/// <param name="Ends">From then on it is worth nothing.</param>
/// <param name="Ids">What its owner goes by.</param>
internal sealed record IbmToken(string Text, DateTimeOffset Renew, DateTimeOffset Ends, IReadOnlyList<string> Ids)
{
    /// <summary>Without the token.</summary>
    public override string ToString() => $"a token until {Ends:O}";
}

/// <summary>The answer with a token in it.</summary>
internal sealed record IbmTokenAnswer
{
    public string? AccessToken { get; init; }

    /// <summary>In seconds. By it and the own clock, so that a clock that is wrong does no harm.</summary>
    public int? ExpiresIn { get; init; }

    /// <summary>Without the token.</summary>
    public override string ToString() => nameof(IbmTokenAnswer);
}
