using System.Text.Json.Nodes;
using ChatOpsBot.Tests.Support;
using NJsonSchema;

namespace ChatOpsBot.Tests.Cards;

/// <summary>
/// Checks cards against the part of the public schema that the bot uses, which lies beside this file, and against the public
/// schema itself where a checkout of it lies near the repository.
/// </summary>
internal static class CardSchema
{
    private const string PublicSchema = "data/schemas/adaptive-card-1.5.json";

    private static readonly Lazy<Task<IReadOnlyList<JsonSchema>>> Schemas = new(LoadAsync);

    public static async Task AssertValidAsync(JsonObject card)
    {
        foreach (var schema in await Schemas.Value)
            Assert.Empty(schema.Validate(card.ToJsonString()));
    }

    private static async Task<IReadOnlyList<JsonSchema>> LoadAsync()
    {
        await using var own = typeof(CardSchema).Assembly.GetManifestResourceStream("adaptive-card.schema.json")!;
        List<JsonSchema> schemas = [await JsonSchema.FromJsonAsync(own)];
        if (SharedFolder.File(PublicSchema) is { } path)
            schemas.Add(await JsonSchema.FromFileAsync(path));
        return schemas;
    }
}
