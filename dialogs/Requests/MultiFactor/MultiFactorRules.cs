using System.Text.RegularExpressions;
using ChatOpsBot.Domain.Requests.Fields;
using ChatOpsBot.Domain.Systems;

namespace ChatOpsBot.Dialogs.Requests.MultiFactor;

/// <summary>What a request about MFA keeps to.</summary>
internal static partial class MultiFactorRules
{
    /// <summary>An address that a support desk can write to: one at sign, a host with a dot.</summary>
    public static TextForm EmailAddress { get; } = new(Email(), "problem.email");

    /// <summary>Those of the LPARs that run production, as far as anybody listed them.</summary>
    public static IReadOnlyList<string> Production(IReadOnlyList<string> lpars, Inventory systems) =>
        [.. lpars.Where(lpar => systems.IsProduction(lpar) is true)];

    /// <summary>The name of what was done, in English, as the desk reads it.</summary>
    public static string Where(FactorPoint point) => point switch
    {
        FactorPoint.Login => "login",
        FactorPoint.Swap => "swap",
        _ => "login+swap",
    };

    [GeneratedRegex(
        @"(?<![\w.+-])[\p{L}\p{N}_%+'-]{1,64}(?:\.[\p{L}\p{N}_%+'-]{1,64}){0,8}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?![\w@])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Email();
}
