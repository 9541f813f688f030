using System.Text.RegularExpressions;

namespace ChatOpsBot.Application.Desks.ServiceNow;

/// <summary>What the settings have to be, each fault with its key.</summary>
internal static partial class ServiceNowRules
{
    private const int ShortestSecret = 32;
    private const string Section = ServiceNowOptions.Section;

    public static IEnumerable<string> Faults(ServiceNowOptions options) => options.IsOn
        ? [.. OfAddress(options), .. OfCredentials(options), .. OfNames(options), .. OfMaps(options)]
        : string.IsNullOrWhiteSpace(options.User) && string.IsNullOrWhiteSpace(options.ClientId) ? []
        : [$"{Section}:InstanceUrl is required when {Section}:User or {Section}:ClientId is set."];

    private static IEnumerable<string> OfAddress(ServiceNowOptions options)
    {
        if (!Uri.TryCreate(options.InstanceUrl, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            yield return $"{Section}:InstanceUrl is not an address such as https://example.service-now.com.";
        else if (address is { Scheme: "http", IsLoopback: false })
            yield return $"{Section}:InstanceUrl must begin with https: credentials are sent there. http is for this machine only.";
        else if (address.UserInfo.Length > 0 || address.PathAndQuery != "/")
            yield return $"{Section}:InstanceUrl must be the address of the instance alone, without a path.";
    }

    private static IEnumerable<string> OfCredentials(ServiceNowOptions options)
    {
        if (options.UsesOAuth == string.IsNullOrWhiteSpace(options.ClientSecret))
            yield return $"{Section}:ClientId and {Section}:ClientSecret belong together.";
        if (!options.UsesOAuth && (string.IsNullOrWhiteSpace(options.User) || string.IsNullOrWhiteSpace(options.Password)))
            yield return $"{Section} needs credentials: ClientId and ClientSecret, or User and Password.";
        if (options.WebhookSecret is { Length: > 0 and < ShortestSecret })
            yield return $"{Section}:WebhookSecret must have at least {ShortestSecret} characters.";
    }

    // They stand in addresses and queries.
    private static IEnumerable<string> OfNames(ServiceNowOptions options)
    {
        (string Setting, string? Name)[] names =
        [
            (nameof(options.Table), options.Table),
            (nameof(options.KeyColumn), options.KeyColumn),
            (nameof(options.SourceColumn), options.SourceColumn),
            (nameof(options.SubjectColumn), options.SubjectColumn),
            (nameof(options.BodyColumn), options.BodyColumn),
            .. Optional(nameof(options.RequesterColumn), options.RequesterColumn),
            .. Optional(nameof(options.StagingTable), options.StagingTable),
            .. options.Columns.Select((column, at) => ($"{nameof(options.Columns)}:{at}:Name", (string?)column.Name)),
        ];
        foreach (var (setting, name) in names.Where(it => !Name().IsMatch(it.Name ?? "")))
            yield return $"{Section}:{setting} is '{name}', but must be a name such as short_description.";
        if (options.Write is ServiceNowWrite.ImportSet && string.IsNullOrWhiteSpace(options.StagingTable))
            yield return $"{Section}:StagingTable is required when {Section}:Write is {options.Write}.";
    }

    private static IEnumerable<string> OfMaps(ServiceNowOptions options)
    {
        foreach (var at in Enumerable.Range(0, options.States.Count).Where(at => string.IsNullOrWhiteSpace(options.States[at].Value)))
            yield return $"{Section}:States:{at}:Value is required.";
        foreach (var at in Enumerable.Range(0, options.Severities.Count).Where(at => !Enum.IsDefined(options.Severities[at].Severity)))
            yield return $"{Section}:Severities:{at}:Severity is required.";
    }

    private static IEnumerable<(string, string?)> Optional(string setting, string? name) =>
        string.IsNullOrWhiteSpace(name) ? [] : [(setting, name)];

    [GeneratedRegex("^[a-z0-9_]{1,80}$")]
    private static partial Regex Name();
}
