using System.ComponentModel.DataAnnotations;
using ChatOpsBot.Application.Settings;

namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>
/// IBM Cloud Support Center, where requests become cases. It is set up where there is an API key. Configuration section
/// <c>Desk:IbmCloud</c>.
/// </summary>
public sealed record IbmCloudOptions : IValidatableObject
{
    public const string Section = "Desk:IbmCloud";

    /// <summary>
    /// API key of a service id with the role Editor on the Support Center; keep it in a file. Empty: this desk is not used.
    /// </summary>
    public string? ApiKey { get; init; }

    /// <summary>Address of Case Management up to its version.</summary>
    public string BaseUrl { get; init; } = "https://support-center.cloud.ibm.com/case-management/v1";

    /// <summary>Where the key is exchanged for a token.</summary>
    public string TokenUrl { get; init; } = "https://iam.cloud.ibm.com/identity/token";

    /// <summary>IBMids that every new case is shared with. They can read it and write in it, and must belong to the same account.</summary>
    public IReadOnlyList<string> WatchList { get; init; } = [];

    /// <summary>
    /// IBM's phone number for your account: on cards of severity 1 and of a real failover, wherever their tickets are, and where IBM does
    /// not take a case. Empty: people are told to call, without a number.
    /// </summary>
    public string? Phone { get; init; }

    /// <summary>Name or number of your account with IBM, to be read out on the phone. Empty: it is left out.</summary>
    public string? Account { get; init; }

    /// <summary>Address of a case's page for people, with <c>{number}</c> where its number belongs. Empty: cards have no link.</summary>
    public string? CasePage { get; init; }

    /// <summary>
    /// How often IBM is asked for changed cases at most; <c>Desk:WatchEvery</c> where that is longer. Default: 30 seconds.
    /// </summary>
    [SettingRange("00:00:00", "01:00:00")]
    public TimeSpan WatchEvery { get; init; } = TimeSpan.FromSeconds(30);

    internal bool IsSetUp => !string.IsNullOrWhiteSpace(ApiKey);

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{Section} at {BaseUrl}";

    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (Problem(BaseUrl) is { } address)
            yield return new($"{Section}:BaseUrl {address}");
        if (Problem(TokenUrl) is { } token)
            yield return new($"{Section}:TokenUrl {token}");
        if (!string.IsNullOrWhiteSpace(CasePage)
            && (!CasePage.Contains("{number}", StringComparison.Ordinal) || PageOf("CS1") is not { Scheme: "https" or "http" }))
            yield return new($"{Section}:CasePage must be an address with {{number}} in it.");
    }

    /// <summary>Where people look at a case; null where the settings do not say.</summary>
    internal Uri? PageOf(string number) =>
        Uri.TryCreate(CasePage?.Replace("{number}", Uri.EscapeDataString(number), StringComparison.Ordinal), UriKind.Absolute, out var page)
            ? page
            : null;

    // The key and the token go there.
    private static string? Problem(string address) => !Uri.TryCreate(address, UriKind.Absolute, out var read) ? "is not an address."
        : read is not ({ Scheme: "https" } or { Scheme: "http", IsLoopback: true }) ? "must begin with https."
        : read.UserInfo.Length + read.Query.Length + read.Fragment.Length > 0 ? "must be an address alone."
        : null;
}
