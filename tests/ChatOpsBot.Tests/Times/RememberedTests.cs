using ChatOpsBot.Domain.Times.Grammar;
using Parlot;
using Parlot.Fluent;

namespace ChatOpsBot.Tests.Times;

public sealed class RememberedTests
{
    [Theory]
    [InlineData("ab!", "ab")]
    [InlineData("ab?", "ab")]
    [InlineData("ab", null)]
    [InlineData("xx?", null)]
    public void A_part_is_read_once_at_a_place_and_means_the_same_each_time(string text, string? expected)
    {
        var read = 0;
        var part = new Remembered<string>(new Counted(Literals.Text("ab"), () => read++));
        var whole = OneOf(part.AndSkip(Literals.Char('!')), part.AndSkip(Literals.Char('?'))).Eof();

        var isThere = whole.TryParse(new SignContext(text), out var value, out ParseError? _);

        Assert.Equal(expected, isThere ? value : null);
        Assert.Equal(1, read);
    }

    private sealed class Counted(Parser<string> part, Action count) : Parser<string>
    {
        public override bool Parse(ParseContext context, ref ParseResult<string> result)
        {
            count();
            return part.Parse(context, ref result);
        }
    }
}
