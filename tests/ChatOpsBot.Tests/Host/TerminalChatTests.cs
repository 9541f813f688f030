using System.Diagnostics;
using System.Text;

namespace ChatOpsBot.Tests.Host;

/// <summary>The chat in the terminal, with what a person types piped in.</summary>
public sealed class TerminalChatTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatopsbot-terminal-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_restore_is_filed_by_typing_alone_and_known_the_next_time()
    {
        var (_, filed, errors) = await ChatAsync("please restore\nLPAR7\nPAYLIB\nyesterday 2am\nsend it\n");
        var (_, later, _) = await ChatAsync("my requests\n");

        Assert.Empty(errors);
        Assert.Contains("Ticket T-000001: submitted, new at the desk", filed, StringComparison.Ordinal);
        Assert.Contains("submitted, new at the desk, T-000001 (", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_answered_and_a_button_is_pressed_by_its_number()
    {
        var (code, output, errors) = await ChatAsync("who applies PTFs?\r\n1\nexit\nhello\n");
        var said = output.Split("you> ");

        Assert.Equal(0, code);
        Assert.Empty(errors);
        Assert.Equal(4, said.Length);
        Assert.Contains("1) ", said[0], StringComparison.Ordinal);
        Assert.Contains("Updates/Patching", said[1], StringComparison.Ordinal);
        Assert.Contains("Updates/Patching", said[2], StringComparison.Ordinal);
        Assert.NotEqual(said[1], said[2]);
        Assert.Empty(said[3]);
    }

    [Fact]
    public async Task A_button_of_a_form_sends_what_stands_in_the_form()
    {
        var (_, output, errors) = await ChatAsync("restore PRODLIB on LPAR1 from last night\n1\n");
        var reviewed = output.Split("you> ")[2];

        Assert.Empty(errors);
        Assert.Contains("PRODLIB", reviewed, StringComparison.Ordinal);
        Assert.DoesNotContain("Please check", reviewed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stored_about_whoever_sits_there_is_told_and_a_follow_up_is_understood()
    {
        var (_, output, errors) = await ChatAsync("please restore\nwhat do you know about me\nwho applies PTFs?\nand our part?\n");
        var said = output.Split("you> ");

        Assert.Empty(errors);
        Assert.Contains("I know you by this id, which comes with everything you write: terminal", said[2], StringComparison.Ordinal);
        Assert.DoesNotContain("There are no records about you", said[2], StringComparison.Ordinal);
        Assert.Contains("You do this\nUpdates/Patching", said[4].ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("\n99\n-1\n")]
    public async Task It_ends_where_the_input_ends(string input)
    {
        var (code, output, errors) = await ChatAsync(input);

        Assert.Equal(0, code);
        Assert.Empty(errors);
        Assert.EndsWith("you> ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_person_approves_what_the_first_asked_for()
    {
        var (_, declared, _) = await ChatAsync("declare a failover for LPAR1: the site is down\napprove DR-1\n", "Ana");
        var (_, approved, _) = await ChatAsync("DR events\napprove DR-1\n1\n", "Ben");
        var (own, others) = (declared.Split("you> "), approved.Split("you> "));

        Assert.Contains("DR-1 · declared, waiting for approval", own[1], StringComparison.Ordinal);
        Assert.Contains("You declared it, so somebody else must approve it.", own[2], StringComparison.Ordinal);
        Assert.Contains("Which one?: DR-1", others[1], StringComparison.Ordinal);
        Assert.Contains("1) Approve", others[2], StringComparison.Ordinal);
        Assert.Contains("DR-1 · approved", others[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_desk_writes_is_shown_while_nobody_types()
    {
        using var chat = BotProcess.Start(["chat", "--dev"], Storage);
        await chat.StandardInput.WriteAsync("restore PAYLIB on LPAR7 from yesterday 2am\nsend it\nsend it\n");
        await chat.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        await ReadUntilAsync(chat, "T-000001");

        var (code, _, errors) = await BotProcess.RunAsync(
            ["requests", "set", "T-000001", "waiting", "--note", "Which member?", "--dev"], "", Storage);
        var shown = await ReadUntilAsync(chat, "Which member?");
        chat.StandardInput.Close();
        await chat.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("T-000001", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_none_is_refused()
    {
        var (code, _, errors) = await ChatAsync("", " ");
        Assert.Equal(2, code);
        Assert.Contains("--as needs a name, such as Ben.", errors, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Errors)> ChatAsync(string input, string? name = null) =>
        BotProcess.RunAsync(
            name is null ? ["chat", "--dev"] : ["chat", "--dev", "--as", name], input, Storage);

    private (string Name, string Value) Storage =>
        ("Storage__ConnectionString", $"Data Source={Path.Combine(_folder.FullName, "bot.db")}");

    private static async Task<string> ReadUntilAsync(Process chat, string words)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        var read = new StringBuilder();
        var piece = new char[1];
        while (!read.ToString().Contains(words, StringComparison.Ordinal))
        {
            if (await chat.StandardOutput.ReadAsync(piece, limit.Token) == 0)
                throw new InvalidOperationException($"The chat ended before it said “{words}”:\n{read}");
            read.Append(piece);
        }

        return read.ToString();
    }
}
