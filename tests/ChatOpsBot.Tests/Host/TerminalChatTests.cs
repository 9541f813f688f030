namespace ChatOpsBot.Tests.Host;

/// <summary>The chat in the terminal, with what a person types piped in.</summary>
public sealed class TerminalChatTests
{
    [Fact]
    public async Task A_question_is_answered_and_a_button_is_pressed_by_its_number()
    {
        var (code, output, errors) = await BotProcess.RunAsync(["chat"], "who applies PTFs?\r\n1\nexit\nhello\n");
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

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("\n99\n-1\n")]
    public async Task It_ends_where_the_input_ends(string input)
    {
        var (code, output, errors) = await BotProcess.RunAsync(["chat"], input);

        Assert.Equal(0, code);
        Assert.Empty(errors);
        Assert.EndsWith("you> ", output, StringComparison.Ordinal);
    }
}
