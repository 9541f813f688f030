namespace ChatOpsBot.Host.TeamsApp;

/// <summary>Checks a typed order as a whole, and fills in what was left out. Limits as in the schema of the app manifest.</summary>
internal sealed class PackageOptionsValidator
{
    private const int LongestName = 32;
    private const int LongestAddress = 2048;

    /// <summary>Stands in where the rest cannot be derived from a value that is wrong; the reading is then no order.</summary>
    private static readonly Uri NoSite = new("https://invalid/");

    private readonly List<string> _faults = [];

    private PackageOptionsValidator()
    {
    }

    public static PackageOptionsResult Read(PackageOptions typed)
    {
        var reader = new PackageOptionsValidator();
        var order = reader.Order(typed);
        return reader._faults.Count > 0 ? new PackageOptionsResult.Wrong(reader._faults) : new PackageOptionsResult.Right(order);
    }

    private PackageContent Order(PackageOptions typed)
    {
        var bot = Id(typed.BotAppId, "--app-id", "the application (client) id of the bot's registration; you can also set Teams:AppId");
        var domain = Domain(typed.Domain);
        var site = Page(typed.DeveloperSite, "--developer-site") ?? (domain is null ? NoSite : new Uri($"https://{domain}"));
        return new(
            bot,
            IsGiven(typed.TeamsAppId) ? Id(typed.TeamsAppId, "--teams-app-id", "") : NamedGuid.Of(bot),
            domain ?? "",
            Name(typed.DeveloperName) ?? Shortened(domain ?? ""),
            site,
            Page(typed.PrivacyPage, "--privacy-page") ?? Below(site, "privacy"),
            Page(typed.TermsPage, "--terms-page") ?? Below(site, "terms"));
    }

    private Guid Id(string? typed, string option, string what)
    {
        if (!IsGiven(typed))
            _faults.Add($"{option} is missing: {what}.");
        else if (!Guid.TryParse(typed, out var id) || id == Guid.Empty)
            _faults.Add($"{option}: '{typed}' is not an id; ids look like 0a1b2c3d-1234-5678-9abc-0123456789ab.");
        else
            return id;

        return Guid.Empty;
    }

    private string? Domain(string? typed)
    {
        if (!IsGiven(typed))
        {
            _faults.Add("--domain is missing: the host name where Teams reaches the bot, such as bot.example.com.");
            return null;
        }

        var name = HostName.Read(typed!.Trim());
        if (name is HostName.Wrong wrong)
            _faults.Add($"--domain: {wrong.Fault}");
        return (name as HostName.Right)?.Name;
    }

    private string? Name(string? typed)
    {
        if (!IsGiven(typed))
            return null;

        var name = typed!.Trim();
        if (name.Length > LongestName)
            _faults.Add($"--developer-name: Teams takes {LongestName} characters, '{name}' has {name.Length}.");
        if (name.Any(char.IsControl))
            _faults.Add("--developer-name contains a line break or another control character.");
        return name;
    }

    private Uri? Page(string? typed, string option)
    {
        if (!IsGiven(typed))
            return null;

        var text = typed!.Trim();
        if (
            text.Length <= LongestAddress
            && Uri.TryCreate(text, UriKind.Absolute, out var page)
            && page is { Scheme: "https", UserInfo: "", IdnHost.Length: > 0 })
            return page;

        _faults.Add($"{option}: '{text}' is not an https address, such as https://www.example.com.");
        return NoSite;
    }

    private static Uri Below(Uri site, string page) => new($"{site.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{page}");

    // The end of a name says whose it is.
    private static string Shortened(string domain)
    {
        while (domain.Length > LongestName && domain.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot)
            domain = domain[(dot + 1)..];
        return domain.Length > LongestName ? domain[^LongestName..] : domain;
    }

    private static bool IsGiven(string? typed) => !string.IsNullOrWhiteSpace(typed);
}
