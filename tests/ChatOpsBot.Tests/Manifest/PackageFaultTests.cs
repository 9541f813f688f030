using ChatOpsBot.Tests.Host;

namespace ChatOpsBot.Tests.Manifest;

/// <summary>What <c>package</c> does not take, and that it leaves the disk as it was.</summary>
public sealed class PackageFaultTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-package-");

    private string Out => Path.Combine(_folder.FullName, "app.zip");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_fault_is_told_at_once_and_nothing_is_written()
    {
        var (code, output, errors) = await PackAsync(
            "--app-id",
            "my bot",
            "--domain",
            "https://bot.example.com/api",
            "--teams-app-id",
            "0",
            "--developer-name",
            new string('x', 33),
            "--developer-site",
            "http://www.example.com",
            "--privacy-page",
            "privacy.html",
            "--terms-page",
            "https://");

        Assert.Equal((2, ""), (code, output));
        Assert.Equal(
            ["--app-id", "--domain", "--developer-site", "--teams-app-id", "--developer-name", "--privacy-page", "--terms-page"],
            errors.TrimEnd().Split('\n').Select(line => line.Split(':')[0]));
        Assert.Contains("bot.example.com, not https://bot.example.com/api", errors, StringComparison.Ordinal);
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public async Task Without_anything_said_both_that_are_missing_are_named()
    {
        var (code, _, errors) = await PackAsync();

        Assert.Equal(2, code);
        Assert.StartsWith("--app-id is missing: ", errors, StringComparison.Ordinal);
        Assert.Contains("\n--domain is missing: ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bot.example.com:8443", "bot.example.com, not bot.example.com:8443")]
    [InlineData("10.0.0.1", "is an IP address")]
    [InlineData("[2001:db8::1]", "is an IP address")]
    [InlineData("localhost", "cannot be reached from Teams")]
    [InlineData("*.example.com", "the bot has one")]
    [InlineData("bot example.com", "is not a host name")]
    [InlineData("https://", "more than a host name")]
    public async Task A_domain_that_is_none_is_told_with_what_to_type(string domain, string says)
    {
        var (code, _, errors) = await PackAsync("--app-id", WrittenPackage.BotId, "--domain", domain);

        Assert.Equal(2, code);
        Assert.Contains(says, Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_package_before_it_is_replaced_and_anything_else_is_not()
    {
        Assert.Equal(0, (await PackAsync([.. WrittenPackage.Least, "--developer-name", "First"])).Code);
        Assert.Equal(0, (await PackAsync(WrittenPackage.Least)).Code);
        var kept = await File.ReadAllBytesAsync(Out, TestContext.Current.CancellationToken);

        var (code, output, errors) = await PackAsync("--app-id", "11111111-2222-4333-8444-555555555555", "--domain", "bot.example.com");
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("is not a package of this app", errors, StringComparison.Ordinal);
        Assert.Equal(kept, await File.ReadAllBytesAsync(Out, TestContext.Current.CancellationToken));
        Assert.Single(_folder.GetFiles());
    }

    [Theory]
    [InlineData("")]
    [InlineData("the minutes of a meeting")]
    [InlineData("PK\u0003\u0004 and nothing behind it")]
    public async Task A_file_that_is_no_package_is_replaced_only_by_force(string content)
    {
        await File.WriteAllTextAsync(Out, content, TestContext.Current.CancellationToken);
        Assert.Equal(2, (await PackAsync(WrittenPackage.Least)).Code);
        Assert.Equal(content, await File.ReadAllTextAsync(Out, TestContext.Current.CancellationToken));

        Assert.Equal(0, (await PackAsync([.. WrittenPackage.Least, "--force"])).Code);
        Assert.Equal((await WrittenPackage.GetAsync()).Zip, await File.ReadAllBytesAsync(Out, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_comes_next_is_told_beside_the_result()
    {
        var (code, output, errors) = await PackAsync(WrittenPackage.Least);

        Assert.Equal((0, Out), (code, output.TrimEnd()));
        Assert.Contains("https://bot.example.com/api/messages", errors, StringComparison.Ordinal);
        Assert.Contains("Upload", errors, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Errors)> PackAsync(params string[] arguments) =>
        BotProcess.RunAsync(["package", "--out", Out, .. arguments]);
}
