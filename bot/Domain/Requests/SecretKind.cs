namespace ChatOpsBot.Domain.Requests;

/// <summary>What a piece of text looks like.</summary>
public enum SecretKind
{
    Password,
    PrivateKey,
    ApiKey,
    Token,
    CardNumber,
}
