using ChatOpsBot.Domain.Understanding;
using CsCheck;

namespace ChatOpsBot.Tests.Understanding;

public sealed class WildTextTests
{
    private static readonly string[] Words =
    [
        "who", "restore", "PTF", "LPAR1", "failover", "😀", "\u0000", "//", "<at>", "{x}", "ß", "リストア", "‏שלום", "a b", "-", "12:00",
        "before", "to",
    ];

    [Fact]
    public void Whatever_is_written_is_read_without_a_fault() => Gen.OneOf(
            Gen.String,
            Gen.Int[0, Words.Length - 1].Array[0, 40].Select(at => string.Join(' ', at.Select(i => Words[i]))))
        .Sample(text => Assert.NotNull(Listener.Hear(text).Language), iter: 3_000);

    [Fact]
    public void A_message_as_long_as_Teams_allows_that_names_one_task_over_and_over_is_read_in_good_time()
    {
        var told = Listener.Hear(string.Concat(Enumerable.Repeat("who applies ptfs ", 12_000)));

        Assert.Equal("Updates/Patching: Ibm", told.Summary());
    }

    [Fact]
    public void A_very_long_message_is_read_in_good_time()
    {
        var told = Listener.Hear(string.Concat(Enumerable.Repeat("who applies the PTFs, and so on and on? ", 2_000)));

        Assert.Equal(Intent.Responsibility, told.Intent);
    }
}
