namespace ChatOpsBot.Domain.Requests.Secrets;

/// <summary>Words that people and settings files put before a secret, in the languages of the bot. Longer ones first.</summary>
internal static class SecretLabels
{
    public static IReadOnlyList<(string Word, SecretKind Kind)> All { get; } = new (string Word, SecretKind Kind)[]
    {
        ("password", SecretKind.Password), ("passwd", SecretKind.Password), ("passphrase", SecretKind.Password),
        ("passcode", SecretKind.Password), ("pass", SecretKind.Password), ("pwd", SecretKind.Password), ("pw", SecretKind.Password),
        ("passwort", SecretKind.Password), ("kennwort", SecretKind.Password), ("contraseña", SecretKind.Password),
        ("mot de passe", SecretKind.Password), ("mdp", SecretKind.Password), ("senha", SecretKind.Password),
        ("パスワード", SecretKind.Password), ("pin", SecretKind.Password),
        ("api key", SecretKind.ApiKey), ("api-key", SecretKind.ApiKey), ("api_key", SecretKind.ApiKey), ("apikey", SecretKind.ApiKey),
        ("access key", SecretKind.ApiKey), ("access_key", SecretKind.ApiKey), ("accesskey", SecretKind.ApiKey),
        ("accountkey", SecretKind.ApiKey), ("secret key", SecretKind.ApiKey), ("secret", SecretKind.ApiKey),
        ("token", SecretKind.Token), ("bearer", SecretKind.Token), ("sig", SecretKind.Token),
    }.OrderByDescending(label => label.Word.Length).ToArray();

    /// <summary>Words that say the next one is the secret, where no colon or equals sign does.</summary>
    public static IReadOnlyList<string> Verbs { get; } = ["is", "was", "ist", "lautet", "es", "est", "é", "は"];

    /// <summary>What stands where a secret would and is none.</summary>
    public static IReadOnlyList<string> NoSecret { get; } =
    [
        "none", "null", "same", "unchanged", "unknown", "expired", "reset", "disabled", "enabled", "required", "missing", "changed",
        "change", "wrong", "invalid", "lost", "forgotten", "true", "false", "redacted", "removed", "hidden", "masked", "policy",
        "abgelaufen", "unbekannt", "keins", "gesperrt", "vergessen",
    ];
}
