using ChatOpsBot.Application.Pages;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;
using ChatOpsBot.Tests.Delivery;
using ChatOpsBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace ChatOpsBot.Tests.Matrix;

/// <summary>A folder of other services' pages, and a bot that answers from them.</summary>
public sealed class PageFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pages-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_named_page_answers_and_its_card_says_which_page_it_is()
    {
        Write("container-engine.md", Page("Write the ingress rules."));
        await using var bot = await StartAsync();
        var ana = bot.Colleague("ana");

        await ana.SaysAsync("Container Engine: who writes the ingress rules?");

        var card = ana.Card.Card!.ToJsonString();
        Assert.Contains("Your responsibilities with Container Engine", card, StringComparison.Ordinal);
        Assert.Contains("Write the ingress rules.", card, StringComparison.Ordinal);

        await ana.PressesAsync("Whole row");
        Assert.Contains("Run the controllers.", ana.Answer!.ToJsonString(), StringComparison.Ordinal);

        await ana.PressesAsync("Whole matrix");
        Assert.Contains("Container Engine", ana.Card.Card!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("PTF", ana.Card.Card!.ToJsonString(), StringComparison.Ordinal);

        await ana.SaysAsync("who applies PTFs?");
        Assert.DoesNotContain("Another service", ana.Card.Card!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_page_is_read_again_and_a_broken_one_leaves_the_version_before_in_use()
    {
        Write("container-engine.md", Page("Write the ingress rules."));
        await using var bot = await StartAsync();
        var ana = bot.Colleague("ana");

        Write("container-engine.md", Page("Review the ingress rules."));
        Assert.Contains("Review the ingress rules.", await AnsweredAsync(bot, ana), StringComparison.Ordinal);

        Write("container-engine.md", "# Your responsibilities with Container Engine\n\nUnder construction");
        Assert.Contains("Review the ingress rules.", await AnsweredAsync(bot, ana), StringComparison.Ordinal);
        Assert.Contains("The version before stays in use.", Assert.Single(Folder(bot).Faults), StringComparison.Ordinal);
        Assert.Contains(bot.Log.Lines, line => line.Contains("container-engine.md has no responsibilities", StringComparison.Ordinal));

        Write("container-engine.md", string.Join('\n', Page("Write the ingress rules.").Split('\n').Take(7)));
        Assert.Contains("Review the ingress rules.", await AnsweredAsync(bot, ana), StringComparison.Ordinal);
        Assert.Contains("has 1 rows where it had 4", Assert.Single(Folder(bot).Faults), StringComparison.Ordinal);

        Write("container-engine.md", Page("Test the ingress rules."));
        Assert.Contains("Test the ingress rules.", await AnsweredAsync(bot, ana), StringComparison.Ordinal);
        Assert.Empty(Folder(bot).Faults);

        File.Delete(Path.Combine(_folder.FullName, "container-engine.md"));
        Assert.DoesNotContain("ingress rules.", await AnsweredAsync(bot, ana), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_comes_while_the_bot_runs_is_found_without_a_restart()
    {
        await using var bot = await StartAsync();
        var ana = bot.Colleague("ana");
        Assert.DoesNotContain("Write the ingress rules.", await AnsweredAsync(bot, ana), StringComparison.Ordinal);

        Write("container-engine.md", Page("Write the ingress rules."));
        bot.Clock.Advance(TimeSpan.FromSeconds(10));

        for (var tries = 0; tries < 100 && !bot.Log.Lines.Any(line => line.Contains("is in use", StringComparison.Ordinal)); tries++)
            await Task.Delay(50, Cancel);
        await ana.SaysAsync("Container Engine: who writes the ingress rules?");
        Assert.Contains("Write the ingress rules.", ana.Card.Card!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_of_a_page_that_was_taken_away_says_so()
    {
        Write("container-engine.md", Page("Write the ingress rules."));
        await using var bot = await StartAsync();
        var ana = bot.Colleague("ana");
        await ana.SaysAsync("Container Engine: who writes the ingress rules?");

        File.Delete(Path.Combine(_folder.FullName, "container-engine.md"));
        await Folder(bot).LookAsync(Cancel);

        await ana.PressesAsync("Whole row");
        Assert.Null(ana.Answer);
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_keeps_the_bot_from_starting()
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => RunningBot.StartAsync(("Matrix:Pages", "/no/such/folder")));

        Assert.Contains("Matrix:Pages: there is no folder /no/such/folder.", fault.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Page(string duty) => $"""
        # Your responsibilities with Container Engine

        ## Change management

        | Task | IBM responsibilities | Your responsibilities |
        | ---- | -------------------- | --------------------- |
        | Ingress | Run the controllers. | {duty} |
        | Workers | Provide patches for the worker nodes. | Apply the patches. |
        | Control plane | Patch the control plane and everything that belongs to it. | |
        | Certificates | | Order the certificates for the domains of the applications. |
        """;

    private static PageFolder Folder(RunningBot bot) => bot.Services.GetRequiredService<PageFolder>();

    private static async Task<string> AnsweredAsync(RunningBot bot, Colleague who)
    {
        await Folder(bot).LookAsync(Cancel);
        await who.SaysAsync("Container Engine: who has the ingress rules?");
        return who.Card.Card!.ToJsonString();
    }

    // With a reader of its own: the one that all tests share knows no pages.
    private async Task<RunningBot> StartAsync()
    {
        var bot = await RunningBot.StartAsync(("Matrix:Pages", _folder.FullName));
        bot.Change = services => services.AddSingleton(made => new SentenceReader(made.GetRequiredService<MatrixLibrary>()));
        await bot.RestartAsync();
        return bot;
    }

    // A clock of files is coarse: each version is a second younger than the one before.
    private void Write(string name, string text)
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, name));
        var before = file.Exists ? file.LastWriteTimeUtc : DateTime.UnixEpoch.AddYears(50);
        File.WriteAllText(file.FullName, text);
        File.SetLastWriteTimeUtc(file.FullName, before.AddSeconds(1));
    }
}
