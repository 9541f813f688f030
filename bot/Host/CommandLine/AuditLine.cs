using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatOpsBot.Storage.Audit;

namespace ChatOpsBot.Host.CommandLine;

/// <summary>
/// A line of <c>audit export</c>: everything that the hash of an entry is over, so that it can be verified without the bot. The names, in
/// snake case, are a contract that scripts lean on; bytes are hexadecimal.
/// </summary>
/// <param name="At">UTC with all six digits that are hashed.</param>
/// <param name="ById">The actor's id: null for the bot, and where it was erased.</param>
/// <param name="By">The actor's name then.</param>
/// <param name="Erased">Which entries this one erased: how many, and a hash over their numbers.</param>
/// <param name="ErasedBy">The entry that erased the texts of this one.</param>
internal sealed record AuditLine(
    long Sequence,
    string At,
    string SubjectKind,
    string Subject,
    int? Version,
    string What,
    string? ById,
    string? By,
    string? Detail,
    long? ErasedBy,
    string? Erased,
    string? ByIdSalt,
    string? ByIdCommitment,
    string? BySalt,
    string? ByCommitment,
    string? DetailSalt,
    string? DetailCommitment,
    string PreviousHash,
    string Hash)
{
    public static AuditLine Of(AuditChainEntry entry) => new(
        entry.Sequence,
        entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        entry.SubjectKind,
        entry.SubjectKey,
        entry.Version,
        entry.What,
        entry.ActorId,
        entry.ActorName,
        entry.Detail,
        entry.ErasedBy,
        entry.Erased,
        Hex(entry.ActorIdSalt),
        Hex(entry.ActorIdCommitment),
        Hex(entry.ActorNameSalt),
        Hex(entry.ActorNameCommitment),
        Hex(entry.DetailSalt),
        Hex(entry.DetailCommitment),
        Convert.ToHexStringLower(entry.PreviousHash),
        Convert.ToHexStringLower(entry.Hash));

    private static string? Hex(byte[]? bytes) => bytes is null ? null : Convert.ToHexStringLower(bytes);
}

/// <summary>What <c>audit head --json</c> writes.</summary>
internal sealed record AuditHeadLine(long Entries, string Head);

/// <summary>What <c>audit verify --json</c> writes.</summary>
/// <param name="Entries">How many are in order, from the first one on.</param>
/// <param name="Head">The hash of the last of them.</param>
/// <param name="Erased">How many of them have lost their texts.</param>
/// <param name="Timestamps">How many timestamps of an authority were checked.</param>
internal sealed record AuditVerdictLine(bool Intact, long Entries, string Head, long Erased, long Timestamps, AuditFaultLine? Fault)
{
    public static AuditVerdictLine Of(AuditVerdict verdict) => new(
        verdict.Fault is null,
        verdict.Entries,
        Convert.ToHexStringLower(verdict.Head),
        verdict.Erased,
        verdict.Timestamps,
        verdict.Fault is { } fault
            ? new(fault.Sequence, JsonNamingPolicy.KebabCaseLower.ConvertName(fault.Kind.ToString()), fault.Why)
            : null);
}

/// <param name="Kind"><c>gap</c>, <c>reordered</c>, <c>wrong-link</c>, <c>wrong-hash</c>, <c>wrong-text</c>, <c>wrong-erasure</c>,
/// <c>truncated</c>, <c>appended</c>, <c>wrong-head</c>
/// or <c>wrong-timestamp</c>.</param>
internal sealed record AuditFaultLine(long Entry, string Kind, string Why);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AuditLine))]
[JsonSerializable(typeof(AuditHeadLine))]
[JsonSerializable(typeof(AuditVerdictLine))]
internal sealed partial class AuditJson : JsonSerializerContext
{
    static AuditJson() =>
        Default = new AuditJson(new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
