using System.Text.Json;
using ChatOpsBot.Domain.Recovery;

namespace ChatOpsBot.Application.Recovery.Reporting;

/// <summary>
/// What kinds, states and roles are called in JSON: <c>unplanned-failover</c>, <c>dr-side-active</c>, <c>dr-operator</c>.
/// </summary>
internal static class WireNames
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static string Of(RecoveryRole role) => RecoveryPolicy.RoleNames[role];

    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Of);

    /// <summary>In any case, with or without the dashes; null for a word that is none.</summary>
    public static T? Read<T>(string word)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => (T?)value)
            .FirstOrDefault(value => Bare(value!.Value.ToString()).Equals(Bare(word), StringComparison.OrdinalIgnoreCase));

    private static string Bare(string word) =>
        word.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Trim();
}
