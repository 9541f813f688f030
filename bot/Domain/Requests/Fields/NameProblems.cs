using System.Globalization;
using ChatOpsBot.Domain.IbmI;

namespace ChatOpsBot.Domain.Requests.Fields;

/// <summary>Says what is wrong with a name by the key <c>name.{case}</c>; the noun for its kind is a term.</summary>
internal static class NameProblems
{
    public static Problem Of(NameProblem problem) =>
        problem switch
        {
            NameProblem.TooLong { Allowed: var allowed } wrong => Allowing(Named(wrong, ("longest", Number(wrong.Longest))), allowed),
            NameProblem.WrongStart { Start.SpokenSigns: "" } wrong => Allowing(
                Named(wrong, ("found", Shown(wrong.Found)), ("longest", Number(wrong.Longest))) with { Key = "name.WrongFirst" },
                wrong.Allowed),
            NameProblem.WrongStart { Found: var found } wrong => Allowing(
                Named(wrong, ("found", Shown(found)), ("start", wrong.Start.SpokenSigns), ("longest", Number(wrong.Longest))),
                wrong.Allowed),
            NameProblem.WrongCharacter { Found: var found } wrong => Allowing(
                Named(wrong, ("found", Shown(found)), ("longest", Number(wrong.Longest))), wrong.Allowed),
            NameProblem.WrongEnd wrong => Named(wrong, ("found", Shown(wrong.Found))),
            NameProblem.BadQuotes wrong => Named(
                wrong, ("longest", Number(wrong.Longest)), ("forbidden", string.Join(' ', wrong.Forbidden.Select(Shown)))),
            NameProblem.UnknownSpecialValue { Values: [] } wrong => Named(wrong) with { Key = "name.NoSpecialValue" },
            NameProblem.UnknownSpecialValue wrong => Named(wrong, ("values", string.Join(", ", wrong.Values))),
            NameProblem.OutOfRange wrong => Named(wrong, ("lowest", Number(wrong.Lowest)), ("highest", Number(wrong.Highest))),
            NameProblem.WrongForm wrong => Named(wrong, ("example", wrong.Example)),
            NameProblem.BadStep wrong => Named(wrong, ("step", Number(wrong.Step)), ("longest", Number(wrong.Longest))),
            NameProblem.NotRestorable wrong => Named(wrong, ("name", wrong.Name)) with { Key = $"name.NotRestorable.{wrong.Why}" },
            _ => Named(problem),
        };

    public static Problem Of(NameWarning warning, string name) => Problem.Of($"name.{warning}", ("name", name));

    private static Problem Named(NameProblem problem, params ReadOnlySpan<(string, string)> values) =>
        Problem.Of($"name.{problem.Key}", values) with { Terms = new Dictionary<string, string> { ["kind"] = $"kind.{problem.Kind}" } };

    private static Problem Allowing(Problem problem, AllowedCharacters allowed) => problem with
    {
        Values = new Dictionary<string, string>(problem.Values) { ["signs"] = allowed.SpokenSigns },
        Terms = new Dictionary<string, string>(problem.Terms) { ["allowed"] = KeyOf(allowed) },
    };

    private static string KeyOf(AllowedCharacters allowed) =>
        allowed.HoldsBlank ? "allowed.blank" : allowed.SpokenSigns.Length == 0 ? "allowed.plain" : "allowed.signs";

    private static string Shown(char sign) =>
        char.IsControl(sign) || (char.IsWhiteSpace(sign) && sign != ' ') || char.IsSurrogate(sign) ? $"U+{(int)sign:X4}" : $"{sign}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
