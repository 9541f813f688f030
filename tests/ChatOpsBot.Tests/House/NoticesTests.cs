namespace ChatOpsBot.Tests.House;

/// <summary>What the bot is published with is named with its licence.</summary>
public sealed class NoticesTests
{
    private static readonly string[] Allowed = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL", "MS-PL OR Apache-2.0"];

    [Fact]
    public void Every_package_is_named_with_its_version_and_licence()
    {
        var made = Notices.Make();
        if (Environment.GetEnvironmentVariable("CHATOPSBOT_ACCEPT") == "1")
            File.WriteAllText(Path.Combine(Repository.Root.FullName, Notices.File), made);
        Assert.Equal(made, Repository.Read(Notices.File).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_notice_of_Lucene_comes_from_the_version_that_is_published() => Assert.Contains(
        $"lucene.net/{Notices.Packages().Single(package => package.Name == "Lucene.Net").Version}/NOTICE.txt",
        Repository.Read("bot/Host/ChatOpsBot.Host.csproj"),
        StringComparison.Ordinal);

    [Fact]
    public void Every_licence_lets_the_bot_be_used_and_passed_on() =>
        Assert.All(Notices.Packages(), package => Assert.Contains(package.Licence, Allowed));
}
