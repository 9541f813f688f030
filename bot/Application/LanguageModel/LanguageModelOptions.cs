using System.ComponentModel.DataAnnotations;
using ChatOpsBot.Application.Settings;

namespace ChatOpsBot.Application.LanguageModel;

/// <summary>
/// A language model that helps to understand messages that the bot does not read with confidence. It chooses among what the bot knows; what
/// the bot says stays its own. Off without an endpoint. Configuration section <c>LanguageModel</c>.
/// </summary>
public sealed record LanguageModelOptions : IValidatableObject
{
    public const string Section = "LanguageModel";

    /// <summary>
    /// Address of an OpenAI-compatible API up to its version, such as `https://models.example.com/v1`, or `http://localhost:11434/v1` on
    /// this machine. Empty: no language model is used.
    /// </summary>
    public string? Endpoint { get; init; }

    /// <summary>Name of the model there. It must support structured output (a JSON schema) and answer within the time limit.</summary>
    public string? Model { get; init; }

    /// <summary>Key of the API; keep it in a file. Empty: none, as local servers have it.</summary>
    public string? ApiKey { get; init; }

    /// <summary>
    /// Time limit of a call; after it, the bot answers as without a language model. Less than <c>Turns:Limit</c>. Default: 3 seconds.
    /// </summary>
    [SettingRange("00:00:00", MinimumIsExclusive = true)]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Most calls of one instance of the bot in 24 hours. Default: 500.</summary>
    [SettingRange(1)]
    public int PerDay { get; init; } = 500;

    /// <summary>Most calls for one person in an hour. Default: 20.</summary>
    [SettingRange(1)]
    public int PerPersonPerHour { get; init; } = 20;

    /// <summary>Most calls at the same time; whoever comes beyond them is answered without. Default: 4.</summary>
    [SettingRange(1)]
    public int AtOnce { get; init; } = 4;

    /// <summary>Where messages go, for those who write them; null where they go nowhere.</summary>
    internal string? Host => IsOn ? ReadEndpoint()?.Host : null;

    internal bool IsOn => !string.IsNullOrWhiteSpace(Endpoint);

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (!IsOn)
        {
            if (!string.IsNullOrWhiteSpace(Model))
                yield return new($"{Section}:Endpoint is required when {Section}:Model is set.");
            yield break;
        }

        if (ReadEndpoint() is not { Scheme: "https" or "http" } address)
            yield return new($"{Section}:Endpoint is not an address such as https://models.example.com/v1.");
        else if (address is { Scheme: "http", IsLoopback: false })
            yield return new($"{Section}:Endpoint must begin with https: what people write is sent there. http is for this machine only.");
        else if (address.UserInfo.Length + address.Query.Length + address.Fragment.Length > 0)
            yield return new($"{Section}:Endpoint must be an address alone; a key belongs in {Section}:ApiKey.");
        if (string.IsNullOrWhiteSpace(Model))
            yield return new($"{Section}:Model is required when {Section}:Endpoint is set.");
    }

    internal Uri? ReadEndpoint() => Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) ? address : null;
}
