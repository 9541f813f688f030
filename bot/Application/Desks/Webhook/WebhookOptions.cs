using System.ComponentModel.DataAnnotations;

namespace ChatOpsBot.Application.Desks.Webhook;

/// <summary>
/// Any program that takes requests as signed CloudEvents. It is set up where there is an address. Configuration section
/// <c>Desk:Webhook</c>.
/// </summary>
public sealed record WebhookOptions : IValidatableObject
{
    public const string Section = "Desk:Webhook";

    private const string NoSecret = "must be whsec_ and 24 to 64 random bytes in Base64, or two of them with a blank between them.";

    /// <summary>Where requests are posted to: https, or http on this machine. Empty: this desk is not used.</summary>
    public string? Url { get; init; }

    /// <summary>
    /// Secret that signs what is posted, as Standard Webhooks has it: `whsec_` and 24 to 64 random bytes in Base64; keep it in a file.
    /// While one takes the place of another: both, with a blank between them.
    /// </summary>
    public string? Secret { get; init; }

    /// <summary>
    /// Secret that signs what the program sends to `/api/desk/webhook`, of the same form; it may be the same one. Empty: nothing may be
    /// sent there, and cards say that a request was handed over, but never what became of it.
    /// </summary>
    public string? CallbackSecret { get; init; }

    /// <summary>What the events name as their source (CloudEvents: a URI reference).</summary>
    public string Source { get; init; } = "/chatopsbot";

    /// <summary>
    /// To whom requests are handed over, as cards name them, such as <c>the operations team</c>. Default: nobody is named.
    /// </summary>
    public string? WorkedBy { get; init; }

    internal bool IsSetUp => !string.IsNullOrWhiteSpace(Url);

    /// <summary>The program may tell what became of a request.</summary>
    internal bool TakesCallbacks => IsSetUp && !string.IsNullOrWhiteSpace(CallbackSecret);

    internal IReadOnlyList<byte[]> Secrets => WebhookSignature.TryReadSecrets(Secret, out var secrets) ? secrets : [];

    internal IReadOnlyList<byte[]> CallbackSecrets => WebhookSignature.TryReadSecrets(CallbackSecret, out var secrets) ? secrets : [];

    /// <summary>Without what may be secret in it: some receivers know their callers by the address alone.</summary>
    public override string ToString() => $"{Section} at {ReadUrl()?.Host}";

    internal Uri? ReadUrl() => Uri.TryCreate(Url, UriKind.Absolute, out var url) ? url : null;

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (!IsSetUp)
        {
            if (!string.IsNullOrWhiteSpace(Secret) || !string.IsNullOrWhiteSpace(CallbackSecret))
                yield return new($"{Section}:Url is required when {Section}:Secret or {Section}:CallbackSecret is set.");
            yield break;
        }

        if (ReadUrl() is not { Scheme: "https" or "http" } url)
            yield return new($"{Section}:Url is not an address such as https://tickets.example.com/requests.");
        else if (url is { Scheme: "http", IsLoopback: false })
            yield return new($"{Section}:Url must begin with https: requests are sent there. http is for this machine only.");
        else if (url.UserInfo.Length > 0 || url.Fragment.Length > 0)
            yield return new($"{Section}:Url must have no user name and no fragment.");
        if (!WebhookSignature.TryReadSecrets(Secret, out _))
            yield return new($"{Section}:Secret {NoSecret}");
        if (!string.IsNullOrWhiteSpace(CallbackSecret) && !WebhookSignature.TryReadSecrets(CallbackSecret, out _))
            yield return new($"{Section}:CallbackSecret {NoSecret}");
        if (Source.Length == 0 || !Uri.TryCreate(Source, UriKind.RelativeOrAbsolute, out _))
            yield return new($"{Section}:Source must be a URI reference such as /chatopsbot.");
    }
}
