using System.Text.Json;
using ChatOpsBot.Domain.Matrix;
using ChatOpsBot.Domain.Understanding;

namespace ChatOpsBot.Application.LanguageModel;

/// <summary>The words in which a language model states its choice.</summary>
internal static class AdviceWords
{
    public const string AboutRows = "rows";
    public const string OpenRequest = "request";
    public const string Talk = "small_talk";
    public const string Outside = "outside";
    public const string None = "none";

    public static IReadOnlyList<string> Choices { get; } = [AboutRows, OpenRequest, Talk, Outside, None];

    public static IReadOnlyDictionary<string, Party> Sides { get; } =
        new Dictionary<string, Party> { ["ibm"] = Party.Ibm, ["client"] = Party.Client, ["both"] = Party.Both };

    public static IReadOnlyDictionary<string, SmallTalk> Kinds { get; } =
        Enum.GetValues<SmallTalk>().ToDictionary(kind => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{kind}"));

    /// <summary>Values that a message may name for a request, with what they are.</summary>
    public static IReadOnlyDictionary<string, string> Slots { get; } = new Dictionary<string, string>
    {
        ["object"] = "library, object, file or path to save or restore",
        ["lpar"] = "system (LPAR) it is about",
        ["point_in_time"] = "time of the backup to restore from",
        ["when"] = "time at which it is to be done",
        ["user"] = "user profile it is for",
        ["pam_profile"] = "privileged profile that is wanted",
        ["window"] = "time or duration of the access",
    };
}
