namespace ChatOpsBot.Host.TeamsApp;

/// <summary>All that one company's app package says beside what every package says.</summary>
/// <param name="BotAppId">Application (client) id of the bot's registration.</param>
/// <param name="TeamsAppId">The app's id in the Teams catalogue: a package of the same id updates the app that is there.</param>
/// <param name="Domain">Host name under which Teams reaches the bot.</param>
/// <param name="DeveloperName">Who runs this bot, as people read it below the app's name.</param>
internal sealed record PackageContent(
    Guid BotAppId, Guid TeamsAppId, string Domain, string DeveloperName, Uri DeveloperSite, Uri PrivacyPage, Uri TermsPage)
{
    /// <summary>Where the Azure Bot has to send its messages.</summary>
    public Uri Endpoint => new($"https://{Domain}/api/messages");
}

/// <summary>A typed order that was read.</summary>
internal abstract record PackageOptionsResult
{
    private PackageOptionsResult()
    {
    }

    public sealed record Right(PackageContent Order) : PackageOptionsResult;

    /// <param name="Faults">Everything that is wrong, a sentence for each.</param>
    public sealed record Wrong(IReadOnlyList<string> Faults) : PackageOptionsResult;
}
