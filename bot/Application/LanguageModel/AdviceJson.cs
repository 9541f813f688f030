using System.Text.Json.Serialization;

namespace ChatOpsBot.Application.LanguageModel;

/// <summary>Reads an answer by the letter: what is missing, unknown, repeated or of another type makes all of it unusable.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(AdviceChoice))]
internal sealed partial class AdviceJson : JsonSerializerContext;
