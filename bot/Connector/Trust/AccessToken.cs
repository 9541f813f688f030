namespace ChatOpsBot.Connector.Trust;

/// <summary>An access token of the bot's own. Never logged: <see cref="ToString"/> leaves the token out.</summary>
public sealed record AccessToken(string Value, DateTimeOffset ExpiresOn)
{
    public override string ToString() => $"access token until {ExpiresOn:O}";
}
