using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatOpsBot.Tests.Manifest;

public sealed partial class TranslationTests
{
    public static TheoryData<string> Files => [.. AppPackage.Languages.Values];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_key_names_a_text_of_the_manifest(string file) =>
        Assert.All(Sentences(file).Keys, key => Assert.NotNull(InManifest(key)));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_text_that_people_see_is_translated(string file)
    {
        string[] seen =
        [
            "name.short", "name.full", "description.short", "description.full",
            .. AppPackage.Commands.Index().SelectMany(command => new[]
            {
                $"bots[0].commandLists[0].commands[{command.Index}].title",
                $"bots[0].commandLists[0].commands[{command.Index}].description",
            }),
        ];

        Assert.Equal(seen.Order(), Sentences(file).Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Translations_keep_the_limits_of_the_store(string file)
    {
        var sentences = Sentences(file);

        Assert.InRange(sentences["name.short"].Length, 1, 30);
        Assert.InRange(sentences["name.full"].Length, 1, 100);
        Assert.InRange(sentences["description.short"].Length, 1, 80);
        Assert.InRange(sentences["description.full"].Length, 1, 4000);
    }

    private static Dictionary<string, string> Sentences(string file) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(AppPackage.Text(file))!
            .Where(sentence => sentence.Key != "$schema").ToDictionary();

    private static JsonNode? InManifest(string key) =>
        Step().Matches(key).Aggregate(JsonNode.Parse(AppPackage.Manifest), (node, step) => int.TryParse(step.ValueSpan, out var index)
            ? node?.AsArray().ElementAtOrDefault(index)
            : node?[step.Value]);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Step();
}
