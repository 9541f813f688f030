using System.Text.RegularExpressions;
using ChatOpsBot.Tests.House;

namespace ChatOpsBot.Tests.Times;

/// <summary>The files of words for times.</summary>
public sealed partial class TimeWordsTests
{
    [Fact]
    public void Every_sign_of_a_language_is_one_that_the_grammar_reads()
    {
        var code = string.Concat(
            Repository.Files("*.cs").Where(path => path.StartsWith("bot/Domain/Times/", StringComparison.Ordinal)).Select(Repository.Read));
        var known = Quoted().Matches(code).Select(match => match.Groups[1].Value).ToHashSet();

        var signs = Repository.Files("times.*.yaml").SelectMany(path => Sign().Matches(Repository.Read(path)))
            .SelectMany(match => match.Groups[1].Value.Split(' ')).Select(Family).Distinct().Where(sign => sign.Length > 0).ToList();

        Assert.True(signs.Count > 70);
        Assert.Empty(signs.Except(known).Except(["morning", "afternoon", "evening", "night"]));
    }

    // The days of the week and the months are read by number, and a number stands for itself.
    private static string Family(string sign) =>
        char.IsAsciiDigit(sign[0]) ? ""
        : Numbered().Replace(sign, "$1-{") is var family && family.EndsWith('{') ? ""
        : sign.Replace("-after-digit", "", StringComparison.Ordinal);

    [GeneratedRegex("\"<?([a-z][a-z-]*)>?\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^  ([\w -]+): \[", RegexOptions.Multiline)]
    private static partial Regex Sign();

    [GeneratedRegex(@"^(weekday|month)-\d+$")]
    private static partial Regex Numbered();
}
