using ChatOpsBot.Dialogs.Words;
using ChatOpsBot.Tests.Understanding;

namespace ChatOpsBot.Tests.Dialogs;

/// <summary>What the help offers to say is understood as it promises, in every language.</summary>
public sealed class ExampleTests
{
    private static readonly WordsCatalog Catalog = WordsCatalog.Load();

    private static readonly Dictionary<string, string> Summaries = new()
    {
        ["button.help"] = "small talk: Help",
        ["example.ptf"] = "Updates/Patching: Ibm",
        ["example.slow"] = "Performance and Capacity Management: Client",
        ["example.backup_split"] = "Backup and Restore: Both",
        ["example.failover"] = "Disaster Recovery (Optional Add-on): Client",
        ["example.matrix"] = "the whole matrix",
        ["example.restore"] = "Request: restore",
        ["example.backup"] = "Request: backup",
        ["example.pam"] = "Request: pam",
    };

    public static TheoryData<string, string> Sentences =>
        new(from language in Catalog.Languages from key in Summaries.Keys select (language, key));

    [Theory]
    [MemberData(nameof(Sentences))]
    public void An_example_is_understood_as_the_help_promises(string language, string key)
    {
        var told = Listener.Hear(Catalog.In(language)[key], locale: language);

        Assert.Equal((language, Summaries[key]), (told.Language, told.Summary()));
    }

    [Fact]
    public void Every_example_is_tried() =>
        Assert.Equal(Example.All.Select(example => example.Key).Order(), Summaries.Keys.Where(key => key != "button.help").Order());

    [Fact]
    public void Every_example_is_told_by_the_intent_it_has() =>
        Assert.All(Example.All, example => Assert.Equal(example.Intent, Listener.Hear(Catalog.In("en")[example.Key]).Intent));

    [Theory]
    [InlineData("en", "matrix", "the whole matrix")]
    [InlineData("de", "Matrix", "the whole matrix")]
    [InlineData("en", "help", "small talk: Help")]
    [InlineData("de", "Hilfe", "small talk: Help")]
    public void The_words_that_answers_tell_people_to_say_are_understood(string language, string word, string summary)
    {
        Assert.Contains(word, Catalog.In(language)["smalltalk.complaint"], StringComparison.Ordinal);
        Assert.Equal(summary, Listener.Hear(word, locale: language).Summary());
    }
}
