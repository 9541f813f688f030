using System.Text.RegularExpressions;
using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Tests.Manifest;

namespace ChatOpsBot.Tests.Dialogs;

public sealed partial class WordsTests
{
    private static readonly WordsCatalog Catalog = WordsCatalog.Load();
    private static readonly Phrases English = Catalog.In("en");

    public static TheoryData<string> Languages => [.. Catalog.Languages];

    [Fact]
    public void English_and_German_are_spoken() => Assert.Equal(["de", "en"], Catalog.Languages.Order());

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_says_the_same_things(string language) =>
        Assert.Equal(English.Keys.Order(), Catalog.In(language).Keys.Order());

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_sentence_has_the_same_placeholders_in_every_language(string language)
    {
        var words = Catalog.In(language);
        Assert.All(English.Keys, key => Assert.Equal(
            Phrases.Placeholders(English.Template(key)).Order(),
            Phrases.Placeholders(words.Template(key)).Order()));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_sentence_is_empty_or_carries_markup(string language)
    {
        var words = Catalog.In(language);
        Assert.All(words.Keys, key => Assert.Matches(@"^[^\s*_`<>\[\]]([^*_`<>\[\]]*[^\s*_`<>\[\]])?$", words.Template(key)));
    }

    [Fact]
    public void Languages_differ_in_what_they_say()
    {
        var same = English.Keys.Where(key => English.Template(key) == Catalog.In("de").Template(key));

        Assert.Equal(["gist", "party.ibm", "slot.lpar"], same.Order());
    }

    [Fact]
    public void Every_key_in_the_code_is_said_and_every_sentence_is_used()
    {
        var literals = DialogsCode.Files().SelectMany(file => Literal().Matches(file.Text)).Select(match => match.Groups[1].Value).ToHashSet();
        var families = DialogsCode.Files().SelectMany(file => Family().Matches(file.Text)).Select(match => match.Groups[1].Value + ".").ToList();
        var looked = DialogsCode.Files().SelectMany(file => Lookup().Matches(file.Text)).Select(match => match.Groups[1].Value);

        Assert.Empty(looked.Except(English.Keys));
        Assert.All(families, family => Assert.Contains(family + "general", English.Keys));
        Assert.DoesNotContain(English.Keys, key => !literals.Contains(key) && !families.Any(family => key.StartsWith(family, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_subject_outside_the_matrix_is_answered_with_words_of_its_own()
    {
        var vocabulary = File.ReadAllText(Path.Combine(AppPackage.Root, "bot/Domain/Understanding/Vocabulary/vocabulary.en.yaml"));
        var outside = Entry().Matches(vocabulary.Split("\noutside:")[1].Split("\nslots:")[0]).Select(match => match.Groups[1].Value).ToList();

        Assert.Contains("licensing", outside);
        Assert.Subset(English.Keys.ToHashSet(), outside.Where(subject => subject != "harmless").Select(subject => $"outside.{subject}").ToHashSet());
    }

    [Fact]
    public void No_sentence_stands_in_the_code()
    {
        // Faults for programmers are English in the code; the request catalogue names rows of the matrix.
        var sentences = DialogsCode.Files()
            .Where(file => file.Name != "RequestCatalog.cs")
            .SelectMany(file => file.Text.Split('\n'))
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !line.Contains("Exception(", StringComparison.Ordinal))
            .SelectMany(line => AnyLiteral().Matches(line))
            .Where(literal => Sentence().IsMatch(literal.Value));

        Assert.Empty(sentences);
    }

    [Theory]
    [InlineData("en", "28 October 2024")]
    [InlineData("de", "28. Oktober 2024")]
    [InlineData("fr", "28 October 2024")]
    public void A_day_is_written_as_the_reader_writes_it(string language, string expected) =>
        Assert.Equal(expected, Catalog.In(language).Date(new(2024, 10, 28)));

    [Fact]
    public void A_value_too_few_or_too_many_is_refused()
    {
        Assert.Throws<ArgumentException>(() => English.Say("welcome.added"));
        Assert.Throws<ArgumentException>(() => English.Say("welcome.added", ("name", "Ada"), ("row", "x")));
        Assert.Throws<KeyNotFoundException>(() => English["no.such.key"]);
    }

    [Fact]
    public void A_value_is_never_read_as_a_placeholder() =>
        Assert.Equal("{name} added me here.", English.Say("welcome.added", ("name", "{name}")));

    [GeneratedRegex(@"(?m)^  ([a-z-]+): \[")]
    private static partial Regex Entry();

    [GeneratedRegex("\"([a-z_]+(?:\\.[a-z_-]+)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("SayOf\\(\"([a-z_.]+)\"")]
    private static partial Regex Family();

    [GeneratedRegex("(?:words\\[|Say\\(|In\\([a-z.A-Z]+\\)\\[)\"([a-z_.-]+)\"")]
    private static partial Regex Lookup();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex AnyLiteral();

    [GeneratedRegex("\\p{L}{2,} \\p{L}+")]
    private static partial Regex Sentence();
}
