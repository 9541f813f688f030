using System.Text.RegularExpressions;

namespace ChatOpsBot.Tests.House;

/// <summary>How source files have to be.</summary>
public sealed partial class SourceTests
{
    private const int LongestFile = 300;
    private const int WidestLine = 140;
    private const int LongestProgram = 60;
    private const int MedianFile = 60;

    private static IEnumerable<string> Sources =>
        Repository.Files("*.cs").Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal)).Concat(Repository.Files("*.razor"));

    [Fact]
    public void No_file_is_long() => Assert.All(Sources, path => Assert.InRange(Lines(path), 0, LongestFile));

    /// <summary>A sentence that somebody reads stands on one line, where a search finds it: its line alone may go on.</summary>
    [Fact]
    public void No_line_of_code_is_longer_than_a_screen_is_wide() =>
        Assert.Empty(
            from path in Sources
            from line in Repository.Read(path).Split('\n').Select((text, at) => (Text: text, Number: at + 1))
            where line.Text.Length > WidestLine && !line.Text[..WidestLine].Contains('"', StringComparison.Ordinal)
            select $"{path}:{line.Number}");

    [Fact]
    public void Most_files_are_short()
    {
        var lengths = Sources.Where(path => !path.StartsWith("tests/", StringComparison.Ordinal)).Select(Lines).Order().ToList();
        Assert.InRange(lengths[lengths.Count / 2], 0, MedianFile);
    }

    [Fact]
    public void The_program_is_a_table_of_contents() => Assert.InRange(Lines("bot/Host/Program.cs"), 1, LongestProgram);

    [Fact]
    public void Nothing_is_left_for_later() => Assert.All(Sources, path => Assert.DoesNotMatch(Unfinished(), Repository.Read(path)));

    [Fact]
    public void No_region_hides_code() => Assert.All(Sources, path => Assert.DoesNotMatch(Region(), Repository.Read(path)));

    [Fact]
    public void A_pragma_says_its_reason() => Assert.All(Sources, path => Assert.DoesNotMatch(BarePragma(), Repository.Read(path)));

    private static int Lines(string path) => Repository.Read(path).Count(letter => letter == '\n');

    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E|HA[C]K)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^\s*#region", RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex(@"^\s*#pragma warning disable \S+\s*$", RegexOptions.Multiline)]
    private static partial Regex BarePragma();
}
