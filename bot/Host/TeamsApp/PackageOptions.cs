namespace ChatOpsBot.Host.TeamsApp;

/// <summary>What somebody typed, or settings hold, about the app package that is to be made; nothing of it is checked.</summary>
internal sealed record PackageOptions
{
    public string? BotAppId { get; init; }

    public string? TeamsAppId { get; init; }

    public string? Domain { get; init; }

    public string? DeveloperName { get; init; }

    public string? DeveloperSite { get; init; }

    public string? PrivacyPage { get; init; }

    public string? TermsPage { get; init; }
}
