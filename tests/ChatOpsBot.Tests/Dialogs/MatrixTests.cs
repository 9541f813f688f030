using ChatOpsBot.Cards;
using ChatOpsBot.Dialogs.Conversation;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Tests.Dialogs;

public sealed class MatrixTests
{
    private static readonly Meaning Whole = Meant.Of(Intent.Responsibility) with { WholeMatrix = true, Party = Party.Both };

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void The_whole_matrix_has_every_row_and_every_duty_on_one_card(string language)
    {
        var text = new Chat(language).Says(Whole).Text;

        var rows = MatrixLibrary.Shipped().In(language).Rows;
        Assert.All(rows, row => Assert.Contains(row.Task, text, StringComparison.Ordinal));
        Assert.All(rows.SelectMany(row => row.Duties), duty => Assert.Contains(duty.Text, text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_matrix_is_opened_below_the_answer_that_led_to_it()
    {
        var chat = new Chat().Says(Meant.Who(Party.Both, "Security")).Presses("Whole matrix");

        Assert.Equal(new Reply.Notice("The whole matrix is in a new message below."), chat.Result.Replies[1]);
        Assert.IsType<Reply.Show>(chat.Result.Replies[0]);
    }

    [Fact]
    public void A_matrix_of_several_pages_is_leafed_through_in_place()
    {
        var large = Large with { Rows = [.. Large.Rows.Take(8)] };
        var chat = new Chat(matrix: MatrixLibrary.Of(large)).Says(Whole);
        var seen = chat.Text;
        while (chat.Buttons.Contains("Next"))
        {
            chat.Presses("Next");
            Assert.IsType<Reply.Replace>(Assert.Single(chat.Result.Replies));
            seen += chat.Text;
        }

        Assert.All(large.Rows, row => Assert.Contains(row.Task, seen, StringComparison.Ordinal));
        Assert.Contains("Back", chat.Buttons);
    }

    [Fact]
    public void Sixty_four_rows_with_cells_of_2000_characters_are_told_in_full()
    {
        var pages = CardGallery.MatrixPages(Large, Chat.Words()).ToList();

        Assert.All(pages, page => Assert.True(CardLimits.Fits(page)));
        var text = string.Concat(pages.Select(CardText.Of));
        Assert.All(Large.Rows.SelectMany(row => row.Duties), duty => Assert.Contains(duty.Text, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("99")]
    [InlineData("-1")]
    [InlineData("one")]
    [InlineData("99999999999999999999")]
    public void A_page_that_does_not_exist_gets_a_kind_notice(string page) => Assert.Equal(
        "That part of the matrix no longer exists. Please ask for the whole matrix again.",
        new Chat().Sends(Verbs.ShowMatrix, new() { ["page"] = page }).Notice);

    private static ResponsibilityMatrix Large { get; } = new()
    {
        Title = "A large page",
        Rows = [.. Enumerable.Range(1, 64).Select(number => new Row
        {
            Section = $"Section {number / 8}",
            Task = $"Task {number}.",
            Party = Party.Both,
            Duties = [new(Party.Ibm, 1, Text('i', number)), new(Party.Client, 1, Text(number % 8 == 0 ? 'ü' : 'u', number))],
        })],
    };

    private static string Text(char letter, int number) => $"{number} ".PadRight(1999, letter) + ".";
}
