using System.Text.Json.Nodes;

namespace ChatOpsBot.Tests.Manifest;

/// <summary>The texts of the package in further languages: all that people see, and nothing beside it.</summary>
public sealed class TranslationTests
{
    public static TheoryData<string> Files => [.. ManifestSource.Files.Values];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_text_that_people_see_is_translated_and_nothing_else(string file) => Assert.Equal(
        Seen(ManifestSource.Manifest, "").Order(StringComparer.Ordinal),
        ManifestSource.Translated(file).Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_translation_is_none_where_it_says_the_same(string file)
    {
        var texts = ManifestSource.Translated(file);
        Assert.All(
            texts.Where(text => text.Key.EndsWith("description", StringComparison.Ordinal)),
            text => Assert.NotEqual(InManifest(text.Key), text.Value));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Translations_keep_the_limits_of_the_store(string file)
    {
        var texts = ManifestSource.Translated(file);
        Assert.InRange(texts["name.short"].Length, 1, 30);
        Assert.InRange(texts["name.full"].Length, 1, 100);
        Assert.InRange(texts["description.short"].Length, 1, 80);
        Assert.InRange(texts["description.full"].Length, 1, 4000);
    }

    // Paths as the schema of translations writes them: "bots[0].commandLists[1].commands[2].title".
    private static IEnumerable<string> Seen(JsonNode? node, string path) => node switch
    {
        JsonObject part => part.SelectMany(pair => Seen(pair.Value, path.Length == 0 ? pair.Key : $"{path}.{pair.Key}")),
        JsonArray list => list.Index().SelectMany(one => Seen(one.Item, $"{path}[{one.Index}]")),
        _ when path.StartsWith("name.", StringComparison.Ordinal) || path.StartsWith("description.", StringComparison.Ordinal) => [path],
        _ when path.EndsWith("].title", StringComparison.Ordinal) || path.EndsWith("].description", StringComparison.Ordinal) => [path],
        _ => [],
    };

    private static string? InManifest(string path) =>
        (string?)
            path.Split('.', '[')
                .Aggregate(
                    (JsonNode?)ManifestSource.Manifest,
                    (node, step) =>
                        step.EndsWith(']')
                            ? node?[int.Parse(step.TrimEnd(']'), System.Globalization.CultureInfo.InvariantCulture)]
                            : node?[step]);
}
