using System.Text.Json.Serialization;

namespace ChatOpsBot.Application.Desks.IbmCloud;

/// <summary>How IBM's JSON is read and written: what is unknown is passed over, what is null is not sent.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LenientTextJson), typeof(LenientNumberJson)])]
[JsonSerializable(typeof(Case))]
[JsonSerializable(typeof(CaseList))]
[JsonSerializable(typeof(CaseComment))]
[JsonSerializable(typeof(CaseFile))]
[JsonSerializable(typeof(NewCase))]
[JsonSerializable(typeof(NewComment))]
[JsonSerializable(typeof(CaseAction))]
[JsonSerializable(typeof(IbmTokenAnswer))]
[JsonSerializable(typeof(IbmTokenClaims))]
internal sealed partial class IbmCloudJson : JsonSerializerContext;
