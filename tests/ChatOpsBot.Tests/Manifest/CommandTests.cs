using System.Text.Json;
using ChatOpsBot.Dialogs.Help;
using ChatOpsBot.Dialogs.Words;

namespace ChatOpsBot.Tests.Manifest;

/// <summary>Choosing a command sends its title as a message: it has to be a sentence of the bot's own help, in every language.</summary>
public sealed class CommandTests
{
    private static readonly WordsCatalog Words = WordsCatalog.Load();

    /// <summary>The commands in order: the key of the sentence sent, and the key of what is said about it.</summary>
    private static readonly (string Title, string Description)[] Offered =
    [
        ("button.help", "help.title"),
        ("example.ptf", "help.ask"),
        ("example.failover", "help.ask"),
        ("example.matrix", "matrix.title"),
    ];

    [Fact]
    public void The_commands_are_what_the_bot_offers() => Assert.Equal(InWords("en"), AppPackage.Commands);

    [Fact]
    public void The_commands_are_what_the_bot_offers_in_every_translation()
    {
        foreach (var (language, file) in AppPackage.Languages)
            Assert.Equal(InWords(language), Translated(file));
    }

    [Fact]
    public void Every_command_but_help_is_an_example_of_the_help() =>
        Assert.Subset(Example.All.Select(example => example.Key).ToHashSet(), Offered.Skip(1).Select(command => command.Title).ToHashSet());

    [Fact]
    public void The_package_speaks_the_languages_of_the_bot() =>
        Assert.Equal(Words.Languages.Order(), AppPackage.Languages.Keys.Append("en").Order());

    [Fact]
    public void Commands_are_short_enough_for_every_client()
    {
        Assert.InRange(AppPackage.Commands.Count, 3, 10);
        Assert.All(
            AppPackage.Languages.Values.SelectMany(Translated).Concat(AppPackage.Commands),
            command => Assert.True(command.Title.Length <= 32 && command.Description.Length <= 128, command.Title));
    }

    private static IEnumerable<(string Title, string Description)> InWords(string language) =>
        Offered.Select(command => (Words.In(language)[command.Title], Words.In(language)[command.Description]));

    private static List<(string Title, string Description)> Translated(string file)
    {
        var sentences = JsonSerializer.Deserialize<Dictionary<string, string>>(AppPackage.Text(file))!;
        return [.. Enumerable.Range(0, AppPackage.Commands.Count)
            .Select(number => (sentences[Key(number, "title")], sentences[Key(number, "description")]))];
    }

    private static string Key(int number, string part) => $"bots[0].commandLists[0].commands[{number}].{part}";
}
